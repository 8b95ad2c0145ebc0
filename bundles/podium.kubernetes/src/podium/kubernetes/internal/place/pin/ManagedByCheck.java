// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.pin;

import podium.core.api.KueueNames;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.plan.Refusal;

/** What spec.managedBy hands to a controller elsewhere (Kueue's MultiKueue) is placed there. */
public final class ManagedByCheck {
    private ManagedByCheck() {}

    public static void check(ResolvedRequest asked, String controller, String words) throws Refusal {
        check(asked, "/spec/managedBy", controller, words);
    }

    public static void check(ResolvedRequest asked, String pointer, String controller, String words) throws Refusal {
        String manager = Trees.text(asked.job(), pointer);
        if (manager.equals(KueueNames.MULTIKUEUE)) {
            throw elsewhere("MultiKueue decides in which cluster " + asked.ref().name() + " runs.");
        }
        if (!manager.isEmpty() && !manager.equals(controller)) {
            throw new Refusal(
                    asked.ref().name() + " is run by " + manager + ", not by " + words + ".",
                    "Place it where it is run.");
        }
    }

    /** What is written here is sent along: a pin to a node of this cluster would keep it from starting in any other. */
    public static Refusal elsewhere(String why) {
        return new Refusal(why, "Submit it again, with a nodeSelector for nodes that are there.");
    }
}
