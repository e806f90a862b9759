package io.proviso.agreement.norms;

import io.proviso.agreement.Attestation;
import io.proviso.agreement.Silence;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.portfolio.AgreementInForce;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.agreement.portfolio.Facts;
import io.proviso.agreement.portfolio.Portfolio;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lowers all clauses in force of all agreements to the norms over one act. */
public final class ActCompiler {
    /** Older clauses first, those of one paper by name: in which order they stand in a file says nothing. */
    private static final Comparator<ClauseVersion> IN_ORDER = Comparator.comparing(ClauseVersion::begins)
            .thenComparing(version -> version.instrument().name())
            .thenComparing(ClauseVersion::name);

    /** What a clause in force of an agreement that takes part says of the act, as long as it lives and what it pierces does. */
    public record Written(ClauseVersion version, List<Norm> norms) {}

    final Vocabulary.Act act;
    final Domain domain;
    final List<Written> written;
    /** Rights that have ended, of which a round may still run on. */
    final Set<ClauseVersion> lingering;

    final Lowering lowering;
    final List<Norm> norms;
    final Silence portfolioSilence;
    private final List<Box> impossibleBoxes;
    private final List<AgreementInForce> agreements;

    private ActCompiler(
            Portfolio portfolio, Vocabulary.Act act, List<AgreementInForce> agreements, Instant asOf, Facts facts) {
        this.act = act;
        this.agreements = agreements.stream()
                .sorted(Comparator.comparing(inForce -> inForce.agreement().name()))
                .toList();
        this.portfolioSilence = portfolio.silence().getOrDefault(act.name(), Silence.FORBIDDEN);
        var takingPart = this.agreements.stream()
                .filter(inForce -> inForce.agreement().silence().containsKey(act.name()))
                .toList();
        this.lingering = takingPart.stream()
                .flatMap(inForce -> inForce.lingering().stream())
                .collect(Collectors.toSet());
        var versions = takingPart.stream()
                .flatMap(inForce -> Stream.concat(inForce.clauses().stream(), inForce.lingering().stream())
                        .sorted(IN_ORDER))
                .toList();
        var clauses = versions.stream().flatMap(version -> Lowering.conditions(version, act.name(), asOf));
        var attested = facts.known().map(Attestation::scope);
        var mentioned = Stream.of(clauses, portfolio.vocabulary().impossible().stream(), attested)
                .flatMap(conditions -> conditions)
                .toList();
        this.domain = new Domain(portfolio.vocabulary(), act, mentioned);
        this.lowering = new Lowering(act.name(), domain, asOf, facts, versions);
        this.written = versions.stream()
                .map(version -> new Written(version, lowering.written(version)))
                .filter(each -> !each.norms().isEmpty())
                .toList();
        this.norms = written.stream()
                .flatMap(each -> (lingering.contains(each.version()) ? each.norms() : lowering.living(each)).stream())
                .toList();
        this.impossibleBoxes = portfolio.vocabulary().impossible().stream()
                .filter(condition -> act.takes().containsAll(condition.facets().keySet()))
                .map(domain::box)
                .toList();
    }

    public static CompiledAct compile(
            Portfolio portfolio, Vocabulary.Act act, List<AgreementInForce> agreements, Instant asOf, Facts facts) {
        return new CompiledAct(new ActCompiler(portfolio, act, agreements, asOf, facts));
    }

    /** Norms first, then one row for each combination that cannot occur. */
    int rows() {
        return norms.size() + impossibleBoxes.size();
    }

    List<Box> boxes() {
        var boxes = new ArrayList<>(norms.stream().map(Norm::box).toList());
        boxes.addAll(impossibleBoxes);
        return boxes;
    }

    NormSet where(Predicate<Norm> wanted) {
        var found = NormSet.none(rows());
        for (int norm = 0; norm < norms.size(); norm++) {
            if (wanted.test(norms.get(norm))) {
                found.add(norm);
            }
        }
        return found;
    }

    NormSet impossible() {
        var impossible = NormSet.none(rows());
        for (int row = norms.size(); row < rows(); row++) {
            impossible.add(row);
        }
        return impossible;
    }

    List<CompiledAct.Participant> participants() {
        var participants = new ArrayList<CompiledAct.Participant>();
        for (var inForce : agreements) {
            var agreement = inForce.agreement();
            var silence = agreement.silence().get(act.name());
            if (silence != null) {
                var own = where(norm -> norm.version().agreement().name().equals(agreement.name()));
                participants.add(new CompiledAct.Participant(agreement, silence, own));
            }
        }
        return List.copyOf(participants);
    }

    List<Undecided> undecided() {
        var alternatives = new LinkedHashMap<Given, LinkedHashSet<String>>();
        for (var norm : norms) {
            for (var choice : norm.choices()) {
                alternatives
                        .computeIfAbsent(choice.undecided(), _ -> new LinkedHashSet<>())
                        .addAll(choice.alternatives());
            }
        }
        return alternatives.entrySet().stream()
                .map(entry -> undecided(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    private Undecided undecided(Given name, List<String> alternatives) {
        var excluded = alternatives.stream()
                .map(alternative -> where(norm -> norm.choices().stream()
                        .anyMatch(choice -> choice.undecided().equals(name)
                                && !choice.alternative().equals(alternative))))
                .toList();
        return new Undecided(name, alternatives, excluded);
    }
}
