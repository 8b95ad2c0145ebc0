// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import podium.kubernetes.internal.decode.Kind;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;

/** Objects of kinds other than nodes and pods that come, change and go, and the kinds that a mirror follows because of it. */
public final class LesserObjects {
    private static final int EACH = 4;

    /** A kind, and an object of it with a number in it that changes what is shown. */
    private enum Lesser {
        JOB(ResourceTypes.JOB, "batch/v1", """
            "spec":{"parallelism":%d,"template":{"spec":{"containers":[{"name":"c","image":"i"}]}}}\
            """),
        DEPLOYMENT(ResourceTypes.DEPLOYMENT, "apps/v1", """
            "spec":{"replicas":%d,"selector":{"matchLabels":{"app":"x"}},\
            "template":{"metadata":{"labels":{"app":"x"}},"spec":{"containers":[{"name":"c","image":"i"}]}}}\
            """),
        BUDGET(ResourceTypes.POD_DISRUPTION_BUDGET, "policy/v1", """
            "spec":{"minAvailable":%d,"selector":{"matchLabels":{"app":"x"}}}\
            """),
        PRIORITY(ResourceTypes.PRIORITY_CLASS, "scheduling.k8s.io/v1", """
            "value":%d\
            """),
        QUOTA(ResourceTypes.RESOURCE_QUOTA, "v1", """
            "spec":{"hard":{"cpu":"%d"}},"status":{"hard":{"cpu":"8"},"used":{"cpu":"1"}}\
            """),
        CLAIM(ResourceTypes.PERSISTENT_VOLUME_CLAIM, "v1", """
            "spec":{"accessModes":["ReadWriteOnce"],"resources":{"requests":{"storage":"%dGi"}}}\
            """);

        private final ResourceType type;
        private final String version;
        private final String rest;

        Lesser(ResourceType type, String version, String rest) {
            this.type = type;
            this.version = version;
            this.rest = rest;
        }

        boolean is(Kind kind) {
            return kind.group().equals(type.group()) && kind.resource().equals(type.plural());
        }

        String space() {
            return type.namespaced() ? "a" : "";
        }

        String json(String name, int number) {
            return "{\"apiVersion\":\"%s\",\"kind\":\"%s\",\"metadata\":{\"namespace\":\"%s\",\"name\":\"%s\"},%s}"
                    .formatted(version, type.kind(), space(), name, rest.formatted(number));
        }
    }

    private final List<Lesser> lesser;
    private final List<Kind> kinds;

    private LesserObjects(List<Lesser> lesser, List<Kind> kinds) {
        this.lesser = lesser;
        this.kinds = kinds;
    }

    /** Nodes, pods and two or three other kinds; now and then all kinds there are, of which only those of nodes and pods change. */
    public static LesserObjects some(Random random) {
        if (random.nextInt(8) == 0) {
            return new LesserObjects(List.of(), AllKinds.ALL);
        }
        List<Lesser> all = new ArrayList<>(List.of(Lesser.values()));
        Collections.shuffle(all, random);
        List<Lesser> drawn = all.subList(0, 2 + random.nextInt(2));
        List<Kind> kinds = AllKinds.ALL.stream()
                .filter(kind -> kind.required() || drawn.stream().anyMatch(one -> one.is(kind)))
                .toList();
        return new LesserObjects(List.copyOf(drawn), kinds);
    }

    /** What the mirror follows. */
    public List<Kind> kinds() {
        return kinds;
    }

    /** The first ones. */
    public void lay(TestServer server) {
        for (Lesser one : lesser) {
            for (int i = 0; i < EACH; i++) {
                server.create(one.type, one.json("o" + i, 1));
            }
        }
    }

    /** One of them comes, changes or goes. */
    public void disturb(TestServer server, Random random) {
        if (lesser.isEmpty()) {
            return;
        }
        Lesser one = lesser.get(random.nextInt(lesser.size()));
        String name = "o" + random.nextInt(EACH);
        int number = 1 + random.nextInt(1000);
        int what = random.nextInt(3);
        boolean there = server.store().get(one.type, one.space(), name).isPresent();
        if (there && what == 0) {
            server.touch(one.type, one.space(), name, "t" + number);
            return;
        }
        if (there) {
            server.delete(one.type, one.space(), name);
        }
        if (what == 1 || !there) {
            server.create(one.type, one.json(name, number));
        }
    }
}
