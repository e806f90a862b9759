package io.proviso.cli;

import java.io.IOException;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote beside this class; it also stands in every ruling as its engine. */
final class Version implements IVersionProvider {
    static String current() throws IOException {
        try (var resource = Version.class.getResourceAsStream("version.properties")) {
            var properties = new Properties();
            properties.load(Objects.requireNonNull(resource, "version.properties is not on the class path"));
            return properties.getProperty("version");
        }
    }

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {"proviso " + current()};
    }
}
