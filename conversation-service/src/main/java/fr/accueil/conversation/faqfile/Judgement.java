package fr.accueil.conversation.faqfile;

import fr.accueil.conversation.faq.Faq;
import fr.accueil.conversation.faq.FaqRequest;
import fr.accueil.conversation.faqfile.ImportPreview.ImportLine;
import fr.accueil.conversation.faqfile.ImportPreview.State;
import fr.accueil.conversation.problem.Problem.FieldError;
import fr.accueil.conversation.question.SameQuestion;
import fr.accueil.events.FaqId;
import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compares the lines of one file with the FAQs that are there.
final class Judgement {

    private final TenantId tenant;
    private final Validator validator;
    private final int room;
    private final Map<String, Faq> known;
    private final Map<String, Long> seen = new HashMap<>();
    private final List<ImportLine> lines = new ArrayList<>();
    private final List<Faq> wanted = new ArrayList<>();
    private int added;

    /// @param atMost how many FAQs there may be
    private Judgement(TenantId tenant, List<Faq> there, Validator validator, int atMost) {
        this.tenant = tenant;
        this.validator = validator;
        this.room = atMost - there.size();
        this.known = there.stream()
                .collect(Collectors.toMap(it -> SameQuestion.plain(it.question()), it -> it, (first, _) -> first));
    }

    static Judgement of(TenantId tenant, List<FaqLine> lines, List<Faq> there, Validator validator, int atMost) {
        var judgement = new Judgement(tenant, there, validator, atMost);
        lines.forEach(judgement::judge);
        return judgement;
    }

    List<ImportLine> lines() {
        return lines;
    }

    /// The FAQs that are new or changed, in the order of the file.
    List<Faq> wanted() {
        return wanted;
    }

    boolean isSound() {
        return lines.stream().noneMatch(it -> it.state() == State.WRONG);
    }

    private void judge(FaqLine line) {
        var words = SameQuestion.plain(line.question());
        var other = known.get(words);
        var request = line.toRequest(other);
        var earlier = words.isEmpty() ? null : seen.putIfAbsent(words, line.line());
        var errors = errors(line, request);
        if (!errors.isEmpty()) {
            add(line, request, State.WRONG, errors);
        } else if (earlier != null) {
            add(
                    line,
                    request,
                    State.DUPLICATE,
                    List.of(new FieldError(
                            "question", "Même question qu'à la ligne %d, qui seule est gardée.".formatted(earlier))));
        } else {
            compare(line, request, other);
        }
    }

    private List<FieldError> errors(FaqLine line, FaqRequest request) {
        var errors = new ArrayList<FieldError>();
        validator.validate(request).stream()
                .map(it -> new FieldError(fieldOf(it), it.getMessage()))
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .forEach(errors::add);
        if (line.isUndecided()) {
            errors.add(new FieldError("enabled", "Écrivez « oui » ou « non »."));
        }
        return errors;
    }

    private static String fieldOf(ConstraintViolation<FaqRequest> violation) {
        return violation.getPropertyPath().toString().replace(".<list element>", "");
    }

    private void compare(FaqLine line, FaqRequest request, @Nullable Faq other) {
        if (other == null && added >= room) {
            add(
                    line,
                    request,
                    State.WRONG,
                    List.of(new FieldError(
                            "question",
                            "Il n'y a plus de place : supprimez des questions fréquentes avant d'en ajouter.")));
            return;
        }
        var faq = request.toFaq(other == null ? FaqId.of(Ids.next()) : other.id(), tenant);
        if (faq.equals(other)) {
            add(line, request, State.UNCHANGED, List.of());
            return;
        }
        added += other == null ? 1 : 0;
        wanted.add(faq);
        add(line, request, other == null ? State.NEW : State.CHANGED, List.of());
    }

    private void add(FaqLine line, FaqRequest request, State state, List<FieldError> errors) {
        lines.add(new ImportLine(line.line(), request.question(), state, errors));
    }
}
