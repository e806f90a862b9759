package io.proviso.desk.rounds;

import edu.mit.csail.sdg.alloy4.A4Reporter;
import edu.mit.csail.sdg.ast.Command;
import edu.mit.csail.sdg.ast.Expr;
import edu.mit.csail.sdg.ast.Module;
import edu.mit.csail.sdg.ast.Sig;
import edu.mit.csail.sdg.parser.CompUtil;
import edu.mit.csail.sdg.translator.A4Options;
import edu.mit.csail.sdg.translator.A4Solution;
import edu.mit.csail.sdg.translator.TranslateAlloyToKodkod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kodkod.engine.satlab.SATFactory;

/**
 * The model {@code src/test/alloy/round.als}, read and solved in this JVM.
 *
 * <p>Histories are solved for at one length instead of every length up to it: a shorter one is the same with quiet steps,
 * and each length costs a translation of its own.
 */
final class RoundInAlloy {
    private static final Path FILE = Path.of(System.getProperty("proviso.root"), "desk/src/test/alloy/round.als");
    private static final String BOUND_OF_CHECKS = "for \\d+ but 3 Int, \\d+ steps expect 0";

    private final Module module;
    private final Map<String, Expr> expressions = new HashMap<>();

    private RoundInAlloy(String text) {
        module = CompUtil.parseEverything_fromFile(
                A4Reporter.NOP, new HashMap<>(Map.of(FILE.toString(), text)), FILE.toString());
    }

    /** The model as it is, its properties checked for histories of so many steps over so many rows, answers and GPUs. */
    static RoundInAlloy checkedFor(int atoms, int steps) {
        return new RoundInAlloy(text().replaceAll(
                        BOUND_OF_CHECKS, "for " + atoms + " but 3 Int, " + steps + ".." + steps + " steps expect 0"));
    }

    /** The model with one more fact, for histories to follow. */
    static RoundInAlloy given(String fact) {
        return new RoundInAlloy(
                text().replaceAll("(\\d+) steps expect 1", "$1..$1 steps expect 1") + "\nfact { " + fact + " }\n");
    }

    private static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Properties that hold within the bound. */
    List<Command> checks() {
        return module.getAllCommands().stream().filter(command -> command.check).toList();
    }

    /** Each breaks a property with one rule broken on purpose. */
    List<Command> faults() {
        return runs(true);
    }

    /** Each shows one kind of history that the rules allow. */
    List<Command> scenarios() {
        return runs(false);
    }

    private List<Command> runs(boolean ofFaults) {
        return module.getAllCommands().stream()
                .filter(command -> !command.check && ofFaults == isFault(command))
                .toList();
    }

    private boolean isFault(Command command) {
        var planted = Character.toUpperCase(command.label.charAt(0)) + command.label.substring(1);
        return module.getAllReachableSigs().stream()
                .anyMatch(sig -> sig instanceof Sig.PrimSig fault
                        && fault.label.equals("this/" + planted)
                        && fault.parent.label.equals("this/Fault"));
    }

    A4Solution solve(Command command) {
        var options = new A4Options();
        options.solver = SATFactory.DEFAULT;
        // It narrows the bounds before it solves, which here costs four times what solving does.
        options.inferPartialInstance = false;
        return TranslateAlloyToKodkod.execute_command(A4Reporter.NOP, module.getAllReachableSigs(), command, options);
    }

    private Expr expression(String text) {
        return expressions.computeIfAbsent(text, _ -> CompUtil.parseOneExpression_fromString(module, text));
    }

    /** Up to so many different histories of a kind. */
    List<ModelHistory> histories(Command command, int most) {
        var histories = new ArrayList<ModelHistory>();
        for (var found = solve(command); found.satisfiable() && histories.size() < most; found = found.next()) {
            histories.add(ModelHistory.of(this::expression, found));
        }
        return histories;
    }
}
