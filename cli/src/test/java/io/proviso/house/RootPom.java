package io.proviso.house;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;

/** What the build really does, read from where it is written. */
final class RootPom {
    private final Document document;

    RootPom() throws Exception {
        File file = Path.of(System.getProperty("proviso.root"), "pom.xml").toFile();
        document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file);
    }

    /** The modules of every build, and those that a profile adds. */
    List<String> modules() {
        return texts("module");
    }

    String release() {
        return texts("maven.compiler.release").getFirst();
    }

    List<String> compilerArguments() {
        return texts("arg");
    }

    private List<String> texts(String element) {
        var nodes = document.getElementsByTagName(element);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent().strip())
                .toList();
    }
}
