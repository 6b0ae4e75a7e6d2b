package fr.accueil.router.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleSetTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void an_empty_folder_is_an_empty_set() throws IOException {
        var set = SampleSet.in(folder);

        assertThat(set.verticals()).isEmpty();
        assertThat(set.queries()).isEmpty();
        assertThat(set.scenarios()).isEmpty();
    }

    @Test
    void what_nobody_knows_is_skipped_and_what_is_missing_is_nothing() throws IOException {
        Files.writeString(folder.resolve("faqs_beauty.jsonl"), """
                {"id":"b01","question":"Q","answer":"A","since":2020}

                """);
        Files.writeString(folder.resolve("services_catalog.json"), """
                {"beauty":{"brows":"Sourcils","nails":{"label":"Ongles","duration_minutes":45}}}""");
        Files.writeString(folder.resolve("slots.jsonl"), """
                {"id":"s1","asked":"need","text":"…","expected":{"must_contain":[["a","b"],["c"]]}}
                {"id":"s2","asked":"date","text":"…","expected":null,"vertical":"beauty"}
                """);

        var set = SampleSet.in(folder);

        assertThat(set.faqs().get("beauty")).hasSize(1);
        assertThat(set.catalogues().get("beauty"))
                .extracting(SampleSet.ServiceLine::minutes)
                .containsExactly(null, 45);
        assertThat(set.answers().getFirst().mustContain()).hasSize(2);
        assertThat(set.answers().getFirst().wanted().nothing()).isFalse();
        assertThat(set.answers().getLast().wanted().nothing()).isTrue();
    }
}
