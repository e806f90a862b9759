package io.proviso.agreement;

import static io.proviso.agreement.ruling.Fixture.party;

import io.proviso.agreement.clause.ContractClock;
import io.proviso.agreement.ruling.Fixture;
import io.proviso.units.Party;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes an agreement between openai, microsoft and oracle that permits where it is silent, unless told otherwise. */
public final class Deal {
    private final String name;
    private final Map<Party, List<Agreement.Role>> parties = new LinkedHashMap<>();
    private final Map<String, Silence> silence = new LinkedHashMap<>();
    private final List<Instrument> instruments = new ArrayList<>();
    private @Nullable String calendar = "city";
    private ZoneId zone = Fixture.zone();

    private Deal(String name) {
        this.name = name;
        parties.put(party("openai"), List.of(new Agreement.Role("customer", null)));
        parties.put(party("microsoft"), List.of(new Agreement.Role("provider", "azure")));
        parties.put(party("softbank"), List.of(new Agreement.Role("financier", null)));
        silence.put("acquire", Silence.PERMITTED);
        silence.put("host", Silence.PERMITTED);
        silence.put("use-ip", Silence.FORBIDDEN);
        silence.put("license", Silence.PERMITTED);
    }

    public static Deal deal(String name, Paper... papers) {
        var deal = new Deal(name);
        for (var paper : papers) {
            deal.instruments.add(paper.instrument());
        }
        return deal;
    }

    public Deal silent(String act, Silence rule) {
        silence.put(act, rule);
        return this;
    }

    public Deal noSilenceOn(String act) {
        silence.remove(act);
        return this;
    }

    public Deal calendar(@Nullable String other) {
        calendar = other;
        return this;
    }

    public Deal zone(String other) {
        zone = ZoneId.of(other);
        return this;
    }

    public Deal provider(String party, String of) {
        parties.put(party(party), List.of(new Agreement.Role("provider", of)));
        return this;
    }

    public Agreement agreement() {
        var clock = new ContractClock(zone, calendar, LocalTime.of(17, 0));
        return new Agreement(name, "made up", clock, parties, silence, instruments);
    }
}
