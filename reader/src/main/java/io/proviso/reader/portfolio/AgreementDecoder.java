package io.proviso.reader.portfolio;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Agreement.Role;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.Silence;
import io.proviso.agreement.clause.ContractClock;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.calendar.DayTerms;
import io.proviso.reader.yaml.Choices;
import io.proviso.reader.yaml.Forms;
import io.proviso.reader.yaml.Instants;
import io.proviso.reader.yaml.Mapping;
import io.proviso.reader.yaml.Node;
import io.proviso.reader.yaml.Node.Field;
import io.proviso.reader.yaml.Node.Fields;
import io.proviso.reader.yaml.Node.Items;
import io.proviso.reader.yaml.Place;
import io.proviso.reader.yaml.Problems;
import io.proviso.reader.yaml.Scalars;
import io.proviso.units.Party;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Decodes an agreement's file. */
public final class AgreementDecoder {
    static final Choices<Silence> SILENCE = Choices.of("silence rule", Silence.values());

    private final Problems problems;
    private final Scalars scalars;

    public AgreementDecoder(Problems problems) {
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    @Nullable
    public Agreement decode(Fields document) {
        Mapping file = Mapping.named(document, Grammar.AGREEMENT, "agreement", "agreements", problems);
        String name = file == null ? null : file.name("agreement");
        if (file == null || name == null) {
            return null;
        }
        String basis = file.prose("basis");
        ZoneId zone = Objects.requireNonNullElse(file.get("zone", scalars::zone), ZoneOffset.UTC);
        DayTerms.Written days = new DayTermsDecoder(problems, scalars).written(file);
        Disclosure disclosure = file.word("disclosure", ClauseDecoder.DISCLOSURE);
        return new Agreement(
                name,
                basis == null ? "" : basis,
                new ContractClock(zone, file.name("calendar"), days.before(DayTerms.USUAL)),
                parties(file),
                file.words("silence", SILENCE),
                instruments(file, zone, disclosure == null ? Disclosure.PUBLIC : disclosure, days));
    }

    private List<Instrument> instruments(Mapping file, ZoneId zone, Disclosure disclosure, DayTerms.Written days) {
        var decoder = new InstrumentDecoder(problems, new Instants(scalars, zone), disclosure, days);
        List<Instrument> instruments = new ArrayList<>();
        file.someItems("instruments");
        for (Mapping entry : file.named("instruments", Grammar.INSTRUMENT, "instrument")) {
            Instrument instrument = decoder.decode(entry);
            if (instrument != null) {
                instruments.add(instrument);
            }
        }
        return instruments;
    }

    private Map<Party, List<Role>> parties(Mapping file) {
        Map<Party, List<Role>> parties = new LinkedHashMap<>();
        for (Field entry : file.someEntries("parties")) {
            Node value = entry.value();
            List<Node> items = value instanceof Items(List<Node> list, Place _) ? list : List.of(value);
            scalars.refuseEmpty(value);
            List<Role> roles = new ArrayList<>();
            for (Node item : items) {
                Role role = role(item);
                if (role != null) {
                    roles.add(role);
                }
            }
            parties.put(new Party(entry.key().value()), roles);
        }
        return parties;
    }

    /** What a party is, and what it supplies or keeps if that has a name: {@code provider of azure}. */
    private @Nullable Role role(Node node) {
        String advice = "Write words, and if it supplies something what that is called, as in 'provider of NAME'.";
        Matcher role = scalars.matched(node, Forms.ROLE, "a role", advice);
        if (role == null) {
            return null;
        }
        return role.group(1) == null ? new Role(role.group(), null) : new Role(role.group(1), role.group(2));
    }
}
