// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.pin;

import podium.core.api.KueueNames;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;

/** What spec.managedBy hands to a controller elsewhere (Kueue's MultiKueue) is placed there. */
public final class ManagedByCheck {
    private ManagedByCheck() {}

    public static void check(ResolvedRequest asked, String controller, String words) throws Refusal {
        check(asked, "/spec/managedBy", controller, words);
    }

    public static void check(ResolvedRequest asked, String pointer, String controller, String words) throws Refusal {
        String manager = Trees.text(asked.job(), pointer);
        if (manager.equals(KueueNames.MULTIKUEUE)) {
            throw elsewhere(Texts.of(
                    "ManagedByCheck.multikueueDecidesInWhichCluster",
                    asked.ref().name()));
        }
        if (!manager.isEmpty() && !manager.equals(controller)) {
            throw new Refusal(
                    Texts.of("ManagedByCheck.isRunByNotBy", asked.ref().name(), manager, words),
                    Texts.of("ManagedByCheck.placeItWhereItIsRun"));
        }
    }

    /** What is written here is sent along: a pin to a node of this cluster would keep it from starting in any other. */
    public static Refusal elsewhere(String why) {
        return new Refusal(why, Texts.of("ManagedByCheck.submitItAgainWithANodeselector"));
    }
}
