package io.proviso.counsel.check;

import io.proviso.agreement.clause.RevenueShare;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.counsel.Era;
import io.proviso.units.Party;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Shares of one payer that sum to more than all of its revenue, and parties that pay each other in a circle. No act is at stake. */
final class RevenueShares implements PortfolioCheck.Inspection {
    private record Share(ClauseVersion version, RevenueShare terms) {}

    @Override
    public void inspect(Era era, Findings findings) {
        var shares = era.clauses()
                .flatMap(version -> Era.bodies(version)
                        .filter(RevenueShare.class::isInstance)
                        .map(body -> new Share(version, (RevenueShare) body)))
                .toList();
        whole(era, shares, findings);
        circles(era, shares, findings);
    }

    private static void whole(Era era, List<Share> shares, Findings findings) {
        var byPayer = new LinkedHashMap<Party, List<Share>>();
        shares.forEach(share -> byPayer.computeIfAbsent(share.terms().payer(), _ -> new ArrayList<>())
                .add(share));
        byPayer.forEach((payer, own) -> {
            var sum = sum(own, era);
            if (sum.compareTo(BigDecimal.ONE) > 0) {
                findings.add(
                        Check.SHARES_EXCEED_WHOLE,
                        era.span(),
                        places(own),
                        payer + " owes "
                                + sum.movePointRight(2).stripTrailingZeros().toPlainString()
                                + " % of its revenue in all",
                        List.of());
            }
        });
    }

    /** Known rates only; of several readings of one clause the highest. */
    private static BigDecimal sum(List<Share> shares, Era era) {
        var rates = new HashMap<String, BigDecimal>();
        for (var share : shares) {
            var rate = share.terms().rate().asKnown(era.knownAt());
            if (rate != null) {
                rates.merge(Finding.Place.OfClause.of(share.version()).name(), rate, BigDecimal::max);
            }
        }
        return rates.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void circles(Era era, List<Share> shares, Findings findings) {
        var seen = new TreeSet<String>();
        for (var share : shares) {
            var circle = backTo(share, shares);
            if (circle != null) {
                var names = new TreeSet<String>();
                circle.forEach(one ->
                        names.add(Finding.Place.OfClause.of(one.version()).name()));
                if (seen.add(String.join(" ", names))) {
                    findings.add(
                            Check.CIRCULAR_SHARES,
                            era.span(),
                            places(circle),
                            "a share of revenue goes round: " + round(circle),
                            List.of());
                }
            }
        }
    }

    /** The shortest way of shares from this one's payee back to its payer, this one first; null if there is none. */
    private static @Nullable List<Share> backTo(Share start, List<Share> shares) {
        var cameBy = new HashMap<Party, Share>(Map.of(start.terms().payee(), start));
        var open = new ArrayDeque<>(List.of(start.terms().payee()));
        while (!open.isEmpty()) {
            var party = open.remove();
            if (party.equals(start.terms().payer())) {
                return way(start, cameBy);
            }
            for (var next : shares) {
                if (next.terms().payer().equals(party)
                        && cameBy.putIfAbsent(next.terms().payee(), next) == null) {
                    open.add(next.terms().payee());
                }
            }
        }
        return null;
    }

    private static List<Share> way(Share start, Map<Party, Share> cameBy) {
        var way = new ArrayDeque<Share>();
        var party = start.terms().payer();
        do {
            var share = Objects.requireNonNull(cameBy.get(party));
            way.addFirst(share);
            party = share.terms().payer();
        } while (!way.getFirst().equals(start));
        return List.copyOf(way);
    }

    private static String round(List<Share> circle) {
        var parties = new ArrayList<String>();
        circle.forEach(share -> parties.add(share.terms().payer().name()));
        parties.add(circle.getLast().terms().payee().name());
        return String.join(" pays ", parties);
    }

    private static List<Finding.Place> places(List<Share> shares) {
        return shares.stream()
                .<Finding.Place>map(share -> Finding.Place.OfClause.of(share.version()))
                .distinct()
                .toList();
    }
}
