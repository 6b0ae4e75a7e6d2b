package fr.accueil.conversation.faqfile;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.faq.Faq;
import fr.accueil.conversation.faq.FaqRequest;
import fr.accueil.events.FaqId;
import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FaqFileProperties {

    private static final TenantId TENANT = TenantId.of(Ids.next());

    @Property
    void what_is_exported_is_imported_unchanged(@ForAll("faqs") List<FaqRequest> faqs) {
        var file = FaqFile.write(faqs.stream().map(FaqFileProperties::toFaq).toList());

        assertThat(FaqFile.read(file).stream().map(it -> it.toRequest(null))).containsExactlyElementsOf(faqs);
    }

    private static Faq toFaq(FaqRequest request) {
        return request.toFaq(FaqId.of(Ids.next()), TENANT);
    }

    @Provide
    Arbitrary<List<FaqRequest>> faqs() {
        return Combinators.combine(line(), answer(), line().list().ofMaxSize(5), line(), Arbitraries.of(true, false))
                .as(FaqRequest::new)
                .filter(it -> !it.question().isEmpty() && !it.answer().isEmpty())
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static Arbitrary<String> line() {
        return textOf("ab é€ŒÀ;,|\\'\"=+-@?’😀", 12);
    }

    private static Arbitrary<String> answer() {
        return textOf("ab é;,|\\'\"=+-@\n\t\r😀", 20);
    }

    /// Of whole characters: half an emoji is refused long before.
    private static Arbitrary<String> textOf(String characters, int longest) {
        var each = characters.codePoints().mapToObj(Character::toString).toList();
        return Arbitraries.of(each).list().ofMaxSize(longest).map(it -> String.join("", it));
    }
}
