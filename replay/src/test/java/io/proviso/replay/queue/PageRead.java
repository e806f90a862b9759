package io.proviso.replay.queue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A report as a reader has it: its sentences, the files behind its pictures, and its tables. */
public final class PageRead {
    private final Document document;

    private PageRead(Document document) {
        this.document = document;
    }

    public static PageRead of(String page) {
        try {
            return new PageRead(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8))));
        } catch (Exception broken) {
            throw new AssertionError(page, broken);
        }
    }

    /** Rows of a table by their first cell, each by column; columns of one name are numbered. */
    public record Table(List<String> columns, Map<String, Map<String, String>> rows) {
        public String cell(String row, String column) {
            var cells = rows.get(row);
            if (cells == null || cells.get(column) == null) {
                throw new AssertionError("no cell " + row + ", " + column + " in " + this);
            }
            return cells.get(column);
        }

        public double number(String row, String column) {
            var cell = cell(row, column);
            return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
        }

        boolean has(String row) {
            return rows.containsKey(row);
        }
    }

    /** A picture: what it is said to show, and its table as a file. Rows of one name are numbered from the second. */
    public record Figure(String id, String finding, Table table) {}

    public List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        for (var figure : elements(document.getDocumentElement(), "figure")) {
            var link = elements(figure, "a").getFirst().getAttribute("href");
            var csv = new String(
                    Base64.getDecoder().decode(link.substring(link.indexOf(',') + 1)), StandardCharsets.UTF_8);
            var lines = csv.lines().toList();
            var columns = fields(lines.getFirst());
            var rows = new LinkedHashMap<String, Map<String, String>>();
            for (int i = 1; i < lines.size(); i++) {
                add(rows, columns, fields(lines.get(i)));
            }
            figures.add(new Figure(
                    figure.getAttribute("id"),
                    elements(figure, "figcaption").getFirst().getTextContent(),
                    new Table(columns, rows)));
        }
        return figures;
    }

    /** A comma between quotes parts nothing. */
    private static List<String> fields(String line) {
        return List.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1));
    }

    /** The one table of the page with a column of that name. */
    public Table table(String column) {
        for (var table : elements(document.getDocumentElement(), "table")) {
            var columns = elements(elements(table, "thead").getFirst(), "th").stream()
                    .map(Element::getTextContent)
                    .toList();
            if (table.getAttribute("class").equals("figures") && columns.contains(column)) {
                var rows = new LinkedHashMap<String, Map<String, String>>();
                for (var row : elements(elements(table, "tbody").getFirst(), "tr")) {
                    var cells = new ArrayList<String>();
                    cells.add(elements(row, "th").getFirst().getTextContent());
                    elements(row, "td").forEach(cell -> cells.add(cell.getTextContent()));
                    add(rows, columns, cells);
                }
                return new Table(columns, rows);
            }
        }
        throw new AssertionError("no table with a column " + column);
    }

    public List<String> leads() {
        return elements(document.getDocumentElement(), "p").stream()
                .filter(each -> each.getAttribute("class").equals("lead"))
                .map(Element::getTextContent)
                .toList();
    }

    public List<String> ids() {
        var ids = new ArrayList<String>();
        for (var element : elements(document.getDocumentElement(), "*")) {
            if (!element.getAttribute("id").isEmpty()) {
                ids.add(element.getAttribute("id"));
            }
        }
        return ids;
    }

    List<String> texts(String tag) {
        return elements(document.getDocumentElement(), tag).stream()
                .map(Element::getTextContent)
                .toList();
    }

    private static void add(Map<String, Map<String, String>> rows, List<String> columns, List<String> cells) {
        var row = new LinkedHashMap<String, String>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(unused(row, columns.get(i)), cells.get(i));
        }
        rows.put(unused(rows, cells.getFirst()), row);
    }

    private static String unused(Map<String, ?> taken, String name) {
        var free = name;
        for (int i = 2; taken.containsKey(free); i++) {
            free = name + " #" + i;
        }
        return free;
    }

    private static List<Element> elements(Element of, String tag) {
        var nodes = of.getElementsByTagName(tag);
        var elements = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
