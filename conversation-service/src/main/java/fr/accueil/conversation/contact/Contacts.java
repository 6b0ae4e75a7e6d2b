package fr.accueil.conversation.contact;

import fr.accueil.events.Ids;
import fr.accueil.events.InboundEvent.Customer;
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
    /// @param known the contact of the conversation, when it has one: ingest has decided already whose it is
    public Mono<Contact> recognise(@Nullable UUID known, Customer customer) {
        return find(known, customer)
                .flatMap(contact -> remember(contact.id(), customer))
                .switchIfEmpty(Mono.defer(() -> create(customer)))
                .switchIfEmpty(Mono.defer(() -> find(known, customer)));
    }

    /// Finds or creates the one who is written to, when all that is known is the address.
    public Mono<Contact> recognise(String address) {
        var phone = address.startsWith(WHATSAPP_NUMBER) ? address.substring(WHATSAPP_NUMBER.length() - 1) : null;
        return recognise(null, new Customer(address, phone, null, null));
    }

    private Mono<Contact> find(@Nullable UUID known, Customer customer) {
        return database.sql("""
                        select id, name, phone, address from contact
                        where id = :id or external_user_id = :externalUserId or phone = :phone or address = :address
                        order by (id = :id) desc nulls last, (external_user_id = :externalUserId) desc nulls last,
                                 (phone = :phone) desc nulls last
                        limit 1
                        """)
                .bind("id", Parameter.fromOrEmpty(known, UUID.class))
                .bind("externalUserId", Parameter.fromOrEmpty(customer.externalUserId(), String.class))
                .bind("phone", Parameter.fromOrEmpty(customer.phone(), String.class))
                .bind("address", customer.address())
                .mapProperties(Contact.class)
                .one();
    }

    /// An identity that another contact has already stays there.
    private Mono<Contact> remember(UUID id, Customer customer) {
        return database.sql("""
                        update contact set
                          name = coalesce(:name, name),
                          address = :address,
                          phone = coalesce(phone, case when not exists
                            (select from contact other where other.phone = :phone) then :phone end),
                          external_user_id = coalesce(external_user_id, case when not exists
                            (select from contact other where other.external_user_id = :externalUserId)
                            then :externalUserId end)
                        where id = :id
                        returning id, name, phone, address
                        """)
                .bindProperties(Row.of(id, customer))
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
    }
}
