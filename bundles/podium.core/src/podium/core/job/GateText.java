// SPDX-License-Identifier: Apache-2.0
package podium.core.job;

import java.util.Collection;
import java.util.stream.Collectors;
import podium.core.api.KueueNames;
import podium.core.texts.Texts;

/** What the scheduling gates known by name wait for, in words. */
public final class GateText {
    /** Podium's own gate: pods wait for an operator to place them (kubernetes.md, manual placement mode). */
    public static final String MANUAL = "podium.placement/manual";

    private GateText() {}

    public static String of(Collection<String> gates) {
        return gates.stream().map(GateText::of).collect(Collectors.joining(", "));
    }

    private static String of(String gate) {
        return switch (gate) {
            case MANUAL -> Texts.of("GateText.waitsForAnOperator", gate);
            case KueueNames.ADMISSION -> Texts.of("GateText.waitsForKueueToAdmit", gate);
            case KueueNames.TOPOLOGY -> Texts.of("GateText.waitsForKueueToAssign", gate);
            default -> Texts.of("GateText.gate", gate);
        };
    }
}
