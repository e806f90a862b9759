package io.proviso.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.proviso.units.Printable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Writes one JSON document, indented, with names in camelCase and instants in ISO-8601 UTC. */
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    private final JsonGenerator generator;

    private Json(JsonGenerator generator) {
        this.generator = generator;
    }

    /** What goes between two braces or brackets. */
    public interface Content {
        void write(Json json) throws IOException;
    }

    public static String object(Content fields) {
        var text = new StringWriter();
        try (var generator = FACTORY.createGenerator(text)) {
            generator.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES));
            new Json(generator).braces(fields);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string can always be written to", impossible);
        }
        return Printable.escapedJson(text.append('\n').toString());
    }

    public Json field(String name, @Nullable String value) throws IOException {
        generator.writeStringField(name, value);
        return this;
    }

    public Json field(String name, @Nullable Instant value) throws IOException {
        return field(name, value == null ? null : value.toString());
    }

    public Json field(String name, boolean value) throws IOException {
        generator.writeBooleanField(name, value);
        return this;
    }

    public Json field(String name, long value) throws IOException {
        generator.writeNumberField(name, value);
        return this;
    }

    public Json field(String name, @Nullable Long value) throws IOException {
        return field(name, value == null ? null : BigDecimal.valueOf(value));
    }

    /** A decimal exactly as it was rounded; there is no field for a binary fraction, which has digits that nobody rounded. */
    public Json field(String name, @Nullable BigDecimal value) throws IOException {
        generator.writeFieldName(name);
        generator.writeNumber(value);
        return this;
    }

    public Json field(String name, Collection<String> values) throws IOException {
        generator.writeArrayFieldStart(name);
        for (var value : values) {
            generator.writeString(value);
        }
        generator.writeEndArray();
        return this;
    }

    public Json object(String name, Content fields) throws IOException {
        generator.writeFieldName(name);
        return braces(fields);
    }

    /** An array of objects, one for each item. */
    public <T> Json objects(String name, Collection<T> items, ItemContent<T> each) throws IOException {
        generator.writeArrayFieldStart(name);
        for (var item : items) {
            braces(json -> each.write(json, item));
        }
        generator.writeEndArray();
        return this;
    }

    /** What goes between the braces of one item. */
    public interface ItemContent<T> {
        void write(Json json, T item) throws IOException;
    }

    private Json braces(Content fields) throws IOException {
        generator.writeStartObject();
        fields.write(this);
        generator.writeEndObject();
        return this;
    }
}
