package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The portfolio that {@code docs/language.md} begins with is written out as it stands there, and answers. */
class TwelveKeysTest {
    private static final Pattern FILE = Pattern.compile("```yaml\n# (\\S+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("(?m)^\\| [0-9]+ \\| `([^`]+)` \\|");

    private final PageWithCommands page = new PageWithCommands("docs/language.md");

    @TempDir
    Path lab;

    @BeforeEach
    void writeTheFilesOfThePage() throws IOException {
        var files = FILE.matcher(Files.readString(page.file()));
        while (files.find()) {
            var file = lab.resolve(files.group(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, files.group(2));
        }
    }

    @Test
    void theFilesOfThePageAnswerAsItSays() throws IOException {
        page.assertPrintsWhatItSays(word -> word.equals("lab") ? lab.toString() : word);
    }

    @Test
    void checkFindsNothingAmissInThem() {
        assertTrue(Ran.proviso("check", lab.toString()).answer().startsWith("No finding in lab."));
    }

    @Test
    void thereAreTwelve() throws IOException {
        assertEquals(12, KEY.matcher(Files.readString(page.file())).results().count());
    }

    @Test
    void theAgreementOfThePageShowsAllOfThemButOne() throws IOException {
        var written = Files.readString(lab.resolve("agreements/supply.yaml"));
        KEY.matcher(Files.readString(page.file()))
                .results()
                .map(key -> key.group(1))
                .filter(key -> !key.equals("exclusivity"))
                .forEach(key -> assertTrue(written.contains(key + ":"), key));
    }
}
