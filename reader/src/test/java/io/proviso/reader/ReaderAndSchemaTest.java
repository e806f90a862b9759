package io.proviso.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.reader.yaml.Problems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Reader and schema accept the same files, as far as form goes ({@link Problems#add} draws the line). A seed is printed with each
 * disagreement; {@code -Dmutations.seed=N} runs from it, {@code -Dmutations.files=N} changes how many files are tried.
 */
class ReaderAndSchemaTest {
    private static final long SEED = Long.getLong("mutations.seed", 20261130);
    private static final int FILES = Integer.getInteger("mutations.files", 1200);
    private static final int TOLD = 10;

    @Test
    void ofFilesAsTheyAreBothAcceptAll() throws IOException {
        for (SampleFiles.Sample sample : SampleFiles.all().samples()) {
            assertEquals(List.of(), Schemas.errors(sample.kind(), sample.tree().json()), sample.name());
            assertNull(sample.refusal(sample.tree().yaml()), sample.name());
        }
    }

    @Test
    void ofFilesThatWereChangedAnywhereBothRefuseTheSame() throws IOException {
        List<SampleFiles.Sample> samples = SampleFiles.all().samples();
        List<String> disagreements = new ArrayList<>();
        int accepted = 0;
        for (int i = 0; i < FILES; i++) {
            long seed = SEED + i;
            var random = new SplittableRandom(seed);
            SampleFiles.Sample sample = samples.get(random.nextInt(samples.size()));
            Mutations.Mutated mutated = Mutations.of(sample.tree(), random);
            List<String> errors = Schemas.errors(sample.kind(), mutated.tree().json());
            String refusal = sample.refusal(mutated.tree().yaml());
            if (isShared(sample, mutated.tree())) {
                continue;
            }
            accepted += errors.isEmpty() ? 1 : 0;
            if (errors.isEmpty() != (refusal == null)) {
                disagreements.add("seed " + seed + ", " + sample.kind() + " " + sample.name() + ": " + mutated.said()
                        + "\n  the schema: " + errors + "\n  the reader: " + refusal);
            }
        }
        assertTrue(
                disagreements.isEmpty(),
                disagreements.size() + " of " + FILES + ":\n"
                        + String.join("\n", disagreements.subList(0, Math.min(TOLD, disagreements.size()))));
        assertTrue(accepted > FILES / 20 && accepted < FILES / 2, accepted + " of " + FILES + " are right");
    }

    /** A file that is no scenario holds what several share, and is read only with the one that extends it. */
    private static boolean isShared(SampleFiles.Sample sample, Tree tree) {
        return sample.kind().equals("scenario") && tree.root() instanceof Map<?, ?> map && !map.containsKey("scenario");
    }
}
