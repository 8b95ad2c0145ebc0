// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import java.util.List;
import java.util.Optional;
import podium.core.dra.DeviceChoice;
import podium.placement.internal.dra.cel.DeviceSelector;
import podium.placement.internal.dra.cel.SelectorResult;
import podium.placement.texts.Texts;

/**
 * One way to meet one request of a claim, whatever the node.
 *
 * @param request its name
 * @param sieves the selectors of the class, then its own
 * @param words what it asks for: "4 devices of class gpu.nvidia.com with memory of at least 80Gi"
 */
record RequestOption(String request, DeviceChoice choice, List<Sieve> sieves, String words) {
    RequestOption {
        sieves = List.copyOf(sieves);
    }

    /**
     * One selector.
     *
     * @param owner whose it is, in words: "class gpu.nvidia.com", "claim two-gpus"
     * @param selector empty: it is still being read
     */
    record Sieve(String owner, Optional<DeviceSelector> selector) {
        /** True when it can be asked of any device. */
        boolean sound() {
            return selector.isPresent() && selector.get().fault().isEmpty();
        }

        /** @throws UnjudgedException it cannot be read, or it fails on this device */
        boolean passes(NodeDevices node, int at) throws UnjudgedException {
            if (selector.isEmpty()) {
                throw new UnjudgedException(
                        UnjudgedException.Verdict.UNKNOWN, Texts.of("RequestOption.theSelectorIsBeingRead", owner));
            }
            DeviceSelector read = selector.get();
            if (read.foreign()) {
                throw new UnjudgedException(
                        UnjudgedException.Verdict.UNKNOWN,
                        Texts.of("RequestOption.theSelectorIsNotKnownHere", owner, read.fault()));
            }
            if (!read.fault().isEmpty()) {
                throw new UnjudgedException(
                        UnjudgedException.Verdict.REFUSED,
                        Texts.of("RequestOption.theSelectorDoesNotCompile", owner, read.fault()));
            }
            SelectorResult answer = node.answer(read, at);
            if (!answer.error().isEmpty()) {
                throw new UnjudgedException(
                        UnjudgedException.Verdict.REFUSED,
                        Texts.of(
                                "RequestOption.theSelectorFailsOnDevice",
                                owner,
                                node.entry(at).id().device(),
                                answer.error()));
            }
            return answer.matches();
        }
    }

    /** Name of the choice, with its request's. */
    String name() {
        return choice.name().isEmpty() ? request : request + "/" + choice.name();
    }

    /** It asks for a number of devices and nothing else but what selects them. */
    boolean simple() {
        return choice.name().isEmpty()
                && !choice.all()
                && !choice.admin()
                && choice.capacity().isEmpty()
                && sieves.stream().allMatch(Sieve::sound);
    }
}
