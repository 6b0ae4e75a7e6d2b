package fr.accueil.conversation.contact;

import fr.accueil.events.ConversationId;
import fr.accueil.events.Ids;
import fr.accueil.events.InboundEvent.Customer;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// The contacts of the tenant whose transaction is open.
@Repository
public class Contacts {

    private static final String WHATSAPP_NUMBER = "whatsapp:+";

    private final DatabaseClient database;

    Contacts(DatabaseClient database) {
        this.database = database;
    }

    /// Finds who this is by any of what WhatsApp says, remembers what is new, or creates the contact. Call it with the
    /// conversation's lock held.
    ///
    /// Who was known as several, by a telephone number here and by a user id there, is one once a message names
    /// both: the others' conversations become this one's.
    ///
    /// @param known the contact of the conversation, when it has one: ingest has decided already whose it is
    /// @param latest false for a message that is older than another of theirs: what it says of them may be outdated
    public Mono<Recognised> recognise(@Nullable UUID known, Customer customer, boolean latest) {
        return findAll(known, customer)
                .filter(found -> !found.isEmpty())
                .flatMap(found -> unite(found, customer, latest))
                .switchIfEmpty(Mono.defer(() -> create(customer).map(Recognised::alone)))
                .switchIfEmpty(Mono.defer(() -> findAll(known, customer)
                        .map(List::getFirst)
                        .map(Row::toContact)
                        .map(Recognised::alone)));
    }

    /// Finds or creates the one who is written to, when all that is known is the address.
    public Mono<Contact> recognise(String address) {
        var phone = address.startsWith(WHATSAPP_NUMBER) ? address.substring(WHATSAPP_NUMBER.length() - 1) : null;
        return recognise(null, new Customer(address, phone, null, null), true).map(Recognised::contact);
    }

    /// What a customer said of themselves, where nothing was known. A number that another contact has stays there.
    public Mono<Contact> complete(UUID id, String name, @Nullable String phone) {
        return database.sql("""
                        update contact set
                          name = coalesce(name, :name),
                          phone = coalesce(phone, case when not exists
                            (select from contact other where other.phone = :phone) then :phone end)
                        where id = :id
                        returning id, name, phone, address
                        """)
                .bind("id", id)
                .bind("name", name)
                .bind("phone", Parameter.fromOrEmpty(phone, String.class))
                .mapProperties(Contact.class)
                .one();
    }

    private Mono<List<Row>> findAll(@Nullable UUID known, Customer customer) {
        return database.sql("""
                        select id, name, phone, external_user_id, address from contact
                        where id = :id or external_user_id = :externalUserId or phone = :phone or address = :address
                        order by (id = :id) desc nulls last, (external_user_id = :externalUserId) desc nulls last,
                                 (phone = :phone) desc nulls last, id
                        """)
                .bind("id", Parameter.fromOrEmpty(known, UUID.class))
                .bind("externalUserId", Parameter.fromOrEmpty(customer.externalUserId(), String.class))
                .bind("phone", Parameter.fromOrEmpty(customer.phone(), String.class))
                .bind("address", customer.address())
                .mapProperties(Row.class)
                .all()
                .collectList();
    }

    /// Whoever has another number or another user id is somebody else, and keeps them.
    private Mono<Recognised> unite(List<Row> found, Customer customer, boolean latest) {
        var one = found.getFirst().and(Row.of(null, customer));
        var same = found.stream().skip(1).filter(one::mayBe).toList();
        var united = same.stream().reduce(one, Row::and);
        var others = same.stream().map(Row::requireId).toList();
        return inherit(one.requireId(), others)
                .flatMap(moved -> remember(united, customer, latest).map(contact -> new Recognised(contact, moved)));
    }

    /// @return the conversations that have changed hands
    private Mono<List<ConversationId>> inherit(UUID one, List<UUID> others) {
        if (others.isEmpty()) {
            return Mono.just(List.of());
        }
        var ids = others.toArray(UUID[]::new);
        return database.sql("""
                        update conversation set contact = :one, version = version + 1 where contact = any(:others)
                        returning id
                        """)
                .bind("one", one)
                .bind("others", ids)
                .mapValue(UUID.class)
                .all()
                .map(ConversationId::of)
                .collectList()
                .delayUntil(_ -> database.sql("delete from contact where id = any(:others)")
                        .bind("others", ids)
                        .then());
    }

    /// An identity that another contact has already stays there.
    private Mono<Contact> remember(Row united, Customer customer, boolean latest) {
        return database.sql("""
                        update contact set
                          name = case when :latest then coalesce(:said, name, :name) else coalesce(name, :name) end,
                          address = case when :latest then :address else address end,
                          phone = coalesce(phone, case when not exists
                            (select from contact other where other.phone = :phone) then :phone end),
                          external_user_id = coalesce(external_user_id, case when not exists
                            (select from contact other where other.external_user_id = :externalUserId)
                            then :externalUserId end)
                        where id = :id
                        returning id, name, phone, address
                        """)
                .bind("id", united.requireId())
                .bind("latest", latest)
                .bind("said", Parameter.fromOrEmpty(customer.profileName(), String.class))
                .bind("name", Parameter.fromOrEmpty(united.name(), String.class))
                .bind("phone", Parameter.fromOrEmpty(united.phone(), String.class))
                .bind("externalUserId", Parameter.fromOrEmpty(united.externalUserId(), String.class))
                .bind("address", customer.address())
                .mapProperties(Contact.class)
                .one();
    }

    /// Empty when somebody else created the same contact at the same time.
    private Mono<Contact> create(Customer customer) {
        return database.sql("""
                        insert into contact (id, name, phone, external_user_id, address)
                        values (:id, :name, :phone, :externalUserId, :address)
                        on conflict do nothing
                        returning id, name, phone, address
                        """)
                .bindProperties(Row.of(Ids.next(), customer))
                .mapProperties(Contact.class)
                .one();
    }

    record Row(
            @Nullable UUID id,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String externalUserId,
            String address) {

        static Row of(@Nullable UUID id, Customer customer) {
            return new Row(id, customer.profileName(), customer.phone(), customer.externalUserId(), customer.address());
        }

        Contact toContact() {
            return new Contact(requireId(), name, phone, address);
        }

        UUID requireId() {
            return Objects.requireNonNull(id, "a contact that was found has an id");
        }

        /// Nothing that is known of the two says otherwise.
        boolean mayBe(Row other) {
            return agree(phone, other.phone) && agree(externalUserId, other.externalUserId);
        }

        /// What is known of the two together.
        Row and(Row other) {
            return new Row(
                    id,
                    name == null ? other.name : name,
                    phone == null ? other.phone : phone,
                    externalUserId == null ? other.externalUserId : externalUserId,
                    address);
        }

        private static boolean agree(@Nullable String one, @Nullable String other) {
            return one == null || other == null || one.equals(other);
        }
    }
}
