// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.dra;

import java.util.Optional;
import podium.core.internal.dra.cel.Answer;
import podium.core.internal.dra.cel.Selector;

/**
 * One selector of a class or a request.
 *
 * @param owner whose it is, in words: "class gpu.nvidia.com", "claim two-gpus"
 */
record Sieve(String owner, String expression, SelectorSource source) {
    /** @throws Unjudged it cannot be read, or it fails on this device */
    boolean passes(Entry entry) throws Unjudged {
        Optional<Selector> read = source.selector(expression);
        if (read.isEmpty()) {
            throw new Unjudged(Unjudged.Verdict.UNKNOWN, "the selector of " + owner + " is still being read");
        }
        Selector selector = read.get();
        if (selector.foreign()) {
            throw new Unjudged(
                    Unjudged.Verdict.UNKNOWN,
                    "the selector of " + owner + " uses what is not known here: " + selector.fault());
        }
        if (!selector.fault().isEmpty()) {
            throw new Unjudged(
                    Unjudged.Verdict.REFUSED, "the selector of " + owner + " does not compile: " + selector.fault());
        }
        Answer answer = selector.of(entry.id().driver(), entry.device());
        if (!answer.error().isEmpty()) {
            throw new Unjudged(
                    Unjudged.Verdict.REFUSED,
                    "the selector of " + owner + " fails on device "
                            + entry.id().device() + ": " + answer.error());
        }
        return answer.matches();
    }
}
