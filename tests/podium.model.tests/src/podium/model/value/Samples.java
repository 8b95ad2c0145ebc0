// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Random values, nasty where the field may be. */
public final class Samples {
    private static final String[] TEXTS = {
        "", "a", "a=b", "a,b", "line\nbreak", "tab\tstop", "back\\slash", "\\n", "ünïcödé 日本", "trailing\\", "\t", "\n"
    };
    private static final String[] KEYS = {
        "app", "kubernetes.io/hostname", "topology.kubernetes.io/zone", "nvidia.com/gpu"
    };
    private static final String[] OPERATORS = {"In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"};

    private final Random random;

    public Samples(long seed) {
        random = new Random(seed);
    }

    public String text() {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    public String key() {
        return KEYS[random.nextInt(KEYS.length)];
    }

    public Labels labels() {
        Map<String, String> map = new TreeMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            map.put(key(), text());
        }
        return Labels.of(map);
    }

    public Resources resources() {
        Map<String, Long> map = new TreeMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            map.put(key(), random.nextLong());
        }
        return Resources.of(map);
    }

    public LabelSelector selector() {
        return new LabelSelector(labels(), list(this::requirement));
    }

    public Requirement requirement() {
        return new Requirement(key(), OPERATORS[random.nextInt(OPERATORS.length)], list(this::text));
    }

    public Taints taints() {
        return new Taints(
                list(() -> new Taint(key(), text(), text())),
                random.nextBoolean() ? Optional.empty() : Optional.of(new Taints.Cordon(text(), text())),
                list(() -> new NodeRemark(key(), text())));
    }

    public DeviceTaints deviceTaints() {
        return new DeviceTaints(list(() -> new DeviceTaint(new Taint(key(), text(), text()), text())));
    }

    public Conditions conditions() {
        return new Conditions(list(() -> new Condition(key(), "True", text(), text(), text())));
    }

    public TaskSpec spec() {
        return new TaskSpec(
                resources(),
                random.nextBoolean()
                        ? QuotaTerms.NONE
                        : new QuotaTerms(resources(), text(), random.nextBoolean(), list(this::text)),
                labels(),
                list(this::nodeTerm),
                list(() -> new PreferredTerm(random.nextInt(100), nodeTerm())),
                list(this::podTerm),
                list(this::podTerm),
                list(() -> new Spread(
                        key(),
                        random.nextInt(5),
                        random.nextBoolean(),
                        selector(),
                        random.nextInt(5),
                        new Spread.Inclusion(random.nextBoolean(), random.nextBoolean()),
                        keys())),
                list(() -> new Toleration(text(), text(), text(), text())),
                list(this::text),
                text(),
                random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt()),
                random.nextBoolean() ? Optional.empty() : Optional.of(text()),
                random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextLong()),
                random.nextBoolean(),
                random.nextBoolean(),
                list(() -> new HostPort(
                        "10.0.0." + random.nextInt(9), random.nextBoolean() ? "UDP" : "", random.nextInt(65536))),
                list(this::text),
                list(this::text),
                list(this::text));
    }

    private NodeTerm nodeTerm() {
        return new NodeTerm(list(this::requirement), list(this::requirement));
    }

    private LabelKeys keys() {
        return new LabelKeys(list(this::key), list(this::key));
    }

    private PodTerm podTerm() {
        return new PodTerm(
                key(),
                selector(),
                list(this::text),
                random.nextBoolean() ? Optional.of(selector()) : Optional.empty(),
                keys());
    }

    private <T> List<T> list(Supplier<T> item) {
        List<T> list = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            list.add(item.get());
        }
        return list;
    }
}
