package fr.accueil.conversation.faqfile;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.accueil.conversation.problem.Problem;
import java.util.List;

/// What a file would do, or has done.
///
/// @param saved whether it is done
public record ImportPreview(boolean saved, ImportCounts counts, List<ImportLine> lines) {

    static ImportPreview of(boolean saved, List<ImportLine> lines) {
        return new ImportPreview(saved, ImportCounts.of(lines), lines);
    }

    /// How many lines are what.
    public record ImportCounts(@JsonProperty("new") int fresh, int changed, int unchanged, int duplicate, int wrong) {

        private static ImportCounts of(List<ImportLine> lines) {
            return new ImportCounts(
                    count(lines, State.NEW),
                    count(lines, State.CHANGED),
                    count(lines, State.UNCHANGED),
                    count(lines, State.DUPLICATE),
                    count(lines, State.WRONG));
        }

        private static int count(List<ImportLine> lines, State state) {
            return (int) lines.stream().filter(it -> it.state() == state).count();
        }
    }

    /// @param line of the file, where it begins
    /// @param errors what is wrong with it; of a duplicate, of which line
    public record ImportLine(long line, String question, State state, List<Problem.FieldError> errors) {}

    /// What a line is.
    public enum State {
        @JsonProperty("new")
        NEW,
        /// Its question is there already, otherwise.
        @JsonProperty("changed")
        CHANGED,
        @JsonProperty("unchanged")
        UNCHANGED,
        /// An earlier line asks the same, and is the one that counts.
        @JsonProperty("duplicate")
        DUPLICATE,
        @JsonProperty("wrong")
        WRONG
    }
}
