// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.pin;

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
        if (!manager.isEmpty() && !manager.equals(controller)) {
            throw new Refusal(
                    asked.ref().name() + " is run by " + manager + ", not by " + words + ".",
                    "Place it where it is run.");
        }
    }
}
