// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.SchedulingObject.ResourceClaim;
import podium.core.text.CleanText;

/** Why the claims of a plan find no devices on nodes: worked out once for all nodes that look the same but for names. */
final class AllocationFailures {
    /** Stands for the first user; the others follow. Of the private use area, which {@link CleanText#clean} lets no text use. */
    private static final char FIRST = '\uE000';

    private static final int MOST_USERS = 64;

    /** After the users of a device; and in place of one who has no claim. */
    private static final char END = '\uF800';

    private static final char NO_CLAIM = '\uF801';

    private final CompiledClaims plan;
    private final Map<Look, Gaps> known = new HashMap<>();

    /** A node to which the same words apply, with other users: who has which device, by numbers. */
    private record Look(DeviceSignature face, String users) {}

    /** Words with gaps between them: which user is to be named after each but the last. */
    private record Gaps(List<String> words, List<Integer> users, DeviceShortage pattern) {
        static Gaps of(DeviceShortage pattern, int count) {
            String text = pattern.words();
            List<String> words = new ArrayList<>();
            List<Integer> users = new ArrayList<>();
            int from = 0;
            for (int at = 0; at < text.length(); at++) {
                int user = text.charAt(at) - FIRST;
                if (user >= 0 && user < count) {
                    words.add(text.substring(from, at));
                    users.add(user);
                    from = at + 1;
                }
            }
            words.add(text.substring(from));
            return new Gaps(words, users, pattern);
        }

        DeviceShortage filled(List<String> names) {
            StringBuilder text = new StringBuilder(words.getFirst());
            for (int i = 0; i < users.size(); i++) {
                text.append(names.get(users.get(i))).append(words.get(i + 1));
            }
            return new DeviceShortage(text.toString(), pattern.rule(), pattern.few());
        }
    }

    AllocationFailures(CompiledClaims plan) {
        this.plan = plan;
    }

    /**
     * The first request that cannot be met even alone, else what the requests break together, with the numbers.
     *
     * @throws UnjudgedException a selector fails
     */
    DeviceShortage shortage(NodeDevices node, AllocationState usage, ClaimNames users) throws UnjudgedException {
        Optional<DeviceSignature> face = DeviceSignature.of(plan, node, usage);
        List<String> names = new ArrayList<>(4);
        String pattern = face.isPresent() ? pattern(node, usage, users, names) : "";
        if (face.isEmpty() || names.size() > MOST_USERS) {
            return new AllocationFailure(
                            node, usage, new NodeRequestOptions(plan, node), claim -> CleanText.clean(users.of(claim)))
                    .find();
        }
        Look look = new Look(face.get(), pattern);
        @Nullable Gaps gaps = known.get(look);
        if (gaps == null) {
            ClaimNames numbers =
                    claim -> String.valueOf((char) (FIRST + names.indexOf(CleanText.clean(users.of(claim)))));
            Gaps fresh = Gaps.of(
                    new AllocationFailure(node, usage, new NodeRequestOptions(plan, node), numbers).find(),
                    names.size());
            known.put(look, fresh);
            return fresh.filled(names);
        }
        return gaps.filled(names);
    }

    /** Who has which device; fills in the names of these. */
    private static String pattern(NodeDevices node, AllocationState usage, ClaimNames users, List<String> names) {
        StringBuilder pattern = new StringBuilder(2 * node.size());
        @Nullable ResourceClaim last = null;
        int number = -1;
        for (int at = 0; at < node.size(); at++) {
            for (DeviceUsage.Part part : usage.of(node, at).parts()) {
                @Nullable
                ResourceClaim claim = part.claim().isPresent() ? part.claim().get() : null;
                if (claim != null && claim != last) {
                    number = number(CleanText.clean(users.of(claim)), names);
                    last = claim;
                }
                pattern.append(claim == null ? NO_CLAIM : (char) (FIRST + number));
            }
            pattern.append(END);
        }
        return pattern.toString();
    }

    private static int number(String name, List<String> names) {
        int known = names.indexOf(name);
        if (known < 0) {
            names.add(name);
        }
        return known < 0 ? names.size() - 1 : known;
    }
}
