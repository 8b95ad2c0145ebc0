// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.Change.GangSeen;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.model.value.ControllerRef;
import podium.model.value.TaskSpec;

/** The gang objects of one cluster, and the tasks that name one. In the realm. */
final class GangIndex {
    private record Key(String namespace, String name) {}

    private static final Comparator<GangSeen> ORDER =
            Comparator.comparing(GangSeen::name).thenComparing(GangSeen::uid);

    private final Map<String, GangSeen> byUid = new HashMap<>();
    private final Map<Key, Set<String>> byName = new HashMap<>();
    private final Map<Key, Set<String>> byOwner = new HashMap<>();
    private final Map<Key, Set<Task>> members = new HashMap<>();
    private final Map<Task, Key> keyOf = new HashMap<>();
    private final Map<Key, Set<Job>> jobs = new HashMap<>();
    private final Map<Job, List<Key>> keysOf = new HashMap<>();

    /** What was known before; empty: it is new. */
    Optional<GangSeen> put(GangSeen seen) {
        Optional<GangSeen> old = remove(seen.uid());
        byUid.put(seen.uid(), seen);
        add(byName, named(seen), seen.uid());
        add(byOwner, owner(seen), seen.uid());
        return old;
    }

    Optional<GangSeen> remove(String uid) {
        @Nullable GangSeen old = byUid.remove(uid);
        if (old != null) {
            drop(byName, named(old), uid);
            drop(byOwner, owner(old), uid);
        }
        return Optional.ofNullable(old);
    }

    /** Notes which gang a task names. True when that is another one than before. */
    boolean joined(Task task) {
        TaskSpec spec = task.getSpec();
        @Nullable
        Key key = spec == null || spec.podGroup().isEmpty()
                ? null
                : new Key(task.getNamespace(), spec.podGroup().get());
        @Nullable Key old = keyOf.get(task);
        if (key == null ? old == null : key.equals(old)) {
            return false;
        }
        left(task);
        if (key != null) {
            keyOf.put(task, key);
            members.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(task);
        }
        return true;
    }

    void left(Task task) {
        Key key = keyOf.remove(task);
        if (key != null) {
            Set<Task> tasks = members.getOrDefault(key, new LinkedHashSet<>());
            if (tasks.remove(task) && tasks.isEmpty()) {
                members.remove(key);
            }
        }
    }

    /** The tasks that name a gang. */
    List<Task> members(GangSeen gang) {
        return List.copyOf(members.getOrDefault(named(gang), Set.of()));
    }

    /** The jobs, of those that were looked at, which a gang names or whose template names it. */
    Set<Job> jobs(GangSeen gang) {
        Set<Job> found = new LinkedHashSet<>(jobs.getOrDefault(template(gang.namespace(), gang.name()), Set.of()));
        Key owner = owner(gang);
        if (owner != null) {
            found.addAll(jobs.getOrDefault(owner, Set.of()));
        }
        return found;
    }

    private void note(Job job) {
        TaskSpec spec = job.getSpec();
        List<Key> known = keysOf.getOrDefault(job, List.of());
        if (known.size() == 1 && (spec == null || spec.podGroup().isEmpty())) {
            return;
        }
        List<Key> keys = new ArrayList<>();
        keys.add(named(job));
        if (spec != null && spec.podGroup().isPresent()) {
            keys.add(template(text(job.getNamespace()), spec.podGroup().get()));
        }
        if (!keys.equals(known)) {
            forget(job);
            keysOf.put(job, keys);
            keys.forEach(
                    key -> jobs.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(job));
        }
    }

    /** Forgets a job that is no more. */
    void forget(Job job) {
        for (Key key : keysOf.getOrDefault(job, List.of())) {
            Set<Job> known = jobs.getOrDefault(key, new LinkedHashSet<>());
            if (known.remove(job) && known.isEmpty()) {
                jobs.remove(key);
            }
        }
        keysOf.remove(job);
    }

    private static Key named(Job job) {
        return new Key(text(job.getNamespace()), job.getKind() + "/" + job.getName());
    }

    private static Key template(String namespace, String group) {
        return new Key(namespace, "template/" + group);
    }

    /** The gang that stands for a pod which nothing controls: the one it names, when nothing controls that either. */
    Optional<GangSeen> standsFor(Task task) {
        @Nullable Key key = keyOf.get(task);
        return key == null
                ? Optional.empty()
                : gangs(byName, key).stream()
                        .filter(gang -> gang.controller().isEmpty())
                        .findFirst();
    }

    /** The gangs of a job: those that its objects control, those that name it, and those that its tasks or its template name. */
    List<GangSeen> of(Job job, Supplier<List<String>> uids) {
        note(job);
        if (byUid.isEmpty()) {
            return List.of();
        }
        Set<GangSeen> found = new LinkedHashSet<>();
        uids.get().forEach(uid -> found.addAll(gangs(byOwner, new Key("", uid))));
        found.addAll(gangs(byOwner, named(job)));
        TaskSpec spec = job.getSpec();
        if (spec != null && spec.podGroup().isPresent()) {
            found.addAll(gangs(
                    byName, new Key(text(job.getNamespace()), spec.podGroup().get())));
        }
        Set<Key> named = new LinkedHashSet<>();
        for (Task task : job.getTasks()) {
            Key key = keyOf.get(task);
            if (key != null && named.add(key)) {
                found.addAll(gangs(byName, key));
            }
        }
        return found.stream().sorted(ORDER).toList();
    }

    private List<GangSeen> gangs(Map<Key, Set<String>> index, Key key) {
        List<GangSeen> found = new ArrayList<>();
        for (String uid : index.getOrDefault(key, Set.of())) {
            GangSeen gang = byUid.get(uid);
            if (gang != null) {
                found.add(gang);
            }
        }
        found.sort(ORDER);
        return found;
    }

    private static Key named(GangSeen gang) {
        return new Key(gang.namespace(), gang.name());
    }

    /** By the uid of its controller, or by kind and name where it gives no uid; a gang without one is found by name only. */
    private static @Nullable Key owner(GangSeen gang) {
        if (gang.controller().isEmpty()) {
            return null;
        }
        ControllerRef controller = gang.controller().get();
        return controller.uid().isEmpty()
                ? new Key(gang.namespace(), controller.kind() + "/" + controller.name())
                : new Key("", controller.uid());
    }

    private static void add(Map<Key, Set<String>> index, @Nullable Key key, String uid) {
        if (key != null) {
            index.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(uid);
        }
    }

    private static void drop(Map<Key, Set<String>> index, @Nullable Key key, String uid) {
        if (key != null) {
            Set<String> uids = index.getOrDefault(key, new LinkedHashSet<>());
            if (uids.remove(uid) && uids.isEmpty()) {
                index.remove(key);
            }
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
