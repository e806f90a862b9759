package io.proviso.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The floors of the house as a picture, and its rooms as a table; both from what the packages say of themselves. */
final class FloorPlan {
    private static final int WIDTH = 1200;
    private static final int GAP = 16;
    private static final int LINE = 18;
    private static final int PADDING = 12;
    /** Of a letter of the text, on average; text that is wider than thought still fits the padding. */
    private static final double LETTER = 7.0;

    private final List<List<Floors.Module>> floors;

    FloorPlan(Floors floors) {
        this.floors = floors.floors();
    }

    /** The highest floor on top, as houses are drawn. */
    String svg() {
        var drawn = new StringBuilder();
        int y = GAP;
        for (var floor : floors.reversed()) {
            double width = (WIDTH - GAP * (floor.size() + 1.0)) / floor.size();
            var boxes = floor.stream().map(module -> lines(module, width)).toList();
            int height = boxes.stream().mapToInt(List::size).max().orElse(0) * LINE + 2 * PADDING;
            for (int i = 0; i < floor.size(); i++) {
                draw(drawn, GAP + i * (width + GAP), y, width, height, boxes.get(i));
            }
            y += height + GAP;
        }
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" font-family="system-ui,sans-serif" font-size="13">
        <title>The modules of Proviso on their floors</title>
        <desc>What stands higher sees what stands lower, never the reverse. In a module, a room sees those left of it.</desc>
        <rect width="100%%" height="100%%" fill="#ffffff"/>
        %s</svg>
        """.formatted(WIDTH, y, drawn);
    }

    private static void draw(StringBuilder drawn, double x, int y, double width, int height, List<Line> lines) {
        drawn.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"4\" fill=\"#f3f8fc\" stroke=\"#4d6478\"/>%n",
                x,
                y,
                width,
                height));
        int at = y + PADDING + 13;
        for (var line : lines) {
            drawn.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\" %s>%s</text>%n",
                    x + PADDING,
                    at,
                    line.style(),
                    line.text().replace("&", "&amp;").replace("<", "&lt;")));
            at += LINE;
        }
    }

    private record Line(String text, String style) {}

    private static List<Line> lines(Floors.Module module, double width) {
        var lines = new ArrayList<Line>();
        lines.add(new Line(module.name(), "font-weight=\"600\" fill=\"#14181d\""));
        wrapped(module.says(), width).forEach(text -> lines.add(new Line(text, "fill=\"#14181d\"")));
        if (module.rooms().size() > 1) {
            var rooms = module.rooms().stream()
                    .map(level -> level.stream().map(Floors.Room::name).collect(Collectors.joining(", ")))
                    .collect(Collectors.joining(" › "));
            wrapped(rooms, width).forEach(text -> lines.add(new Line(text, "fill=\"#245d88\"")));
        }
        return lines;
    }

    private static List<String> wrapped(String text, double width) {
        int most = (int) ((width - 2 * PADDING) / LETTER);
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > most) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Every room with its sentence, from the ground up. */
    String table() {
        var rows = new StringBuilder("| module | room | what is in it |\n|---|---|---|\n");
        for (var floor : floors) {
            for (var module : floor) {
                for (var level : module.rooms()) {
                    for (var room : level) {
                        rows.append("| `%s` | %s | %s |\n"
                                .formatted(
                                        module.name(),
                                        room.name().equals(module.name()) ? "" : "`" + room.name() + "`",
                                        room.says()));
                    }
                }
            }
        }
        return rows.toString();
    }
}
