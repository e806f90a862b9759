package io.proviso.cli.output;

import io.proviso.counsel.verify.Verification;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Cases as the XML that build servers read for JUnit: one suite, one test case each, no times. */
public final class JUnitXml {
    private JUnitXml() {}

    public static String of(String suite, List<Verification> verifications) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", suite);
            xml.writeAttribute("tests", Integer.toString(verifications.size()));
            xml.writeAttribute(
                    "failures",
                    Long.toString(verifications.stream()
                            .filter(verification -> !verification.holds())
                            .count()));
            xml.writeAttribute("errors", "0");
            xml.writeAttribute("skipped", "0");
            for (var verification : verifications) {
                testCase(xml, suite, verification);
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a string can always be written to", impossible);
        }
        return text.append('\n').toString();
    }

    private static void testCase(XMLStreamWriter xml, String suite, Verification verification)
            throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", suite);
        xml.writeAttribute("name", verification.tested().name());
        if (!verification.holds()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("message", verification.mismatches().getFirst().toString());
            xml.writeCharacters(
                    verification.mismatches().stream().map(Object::toString).collect(Collectors.joining("\n")));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
}
