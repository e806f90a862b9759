package io.proviso.agreement;

import java.util.List;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;

/** Discards a try whose question leaves more open than is ever looked at: there is no ruling of which a property could hold. */
final class TooMuchOpen implements AroundTryHook {
    @Override
    public TryExecutionResult aroundTry(TryLifecycleContext context, TryExecutor aTry, List<Object> parameters) {
        var result = aTry.execute(parameters);
        boolean tooMuch = result.throwable()
                .filter(BadQuestion.class::isInstance)
                .filter(bad -> String.valueOf(bad.getMessage()).contains(Completions.TOO_MANY))
                .isPresent();
        return tooMuch ? TryExecutionResult.invalid() : result;
    }
}
