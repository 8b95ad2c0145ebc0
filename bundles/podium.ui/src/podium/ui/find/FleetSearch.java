// SPDX-License-Identifier: Apache-2.0
package podium.ui.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import podium.core.fleet.DomainTree;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.Fleet;
import podium.model.fleet.Job;
import podium.model.fleet.Named;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.ui.filter.Filter;
import podium.ui.filter.FilterFields;
import podium.ui.fleet.FleetColumns;
import podium.ui.jobs.JobColumns;
import podium.ui.texts.Texts;
import podium.ui.toolkit.SafeText;

/**
 * Finds what an operator types. Words are looked for in the names of clusters, domains, nodes, jobs and tasks, in what nodes
 * are and hold, and in the identifiers of devices; terms such as {@code free>=4} or {@code queue:a} are those of the filters
 * of Fleet and Jobs. In the realm.
 */
public final class FleetSearch {
    /** Shortest text that is looked for in device identifiers. */
    private static final int LEAST_FOR_DEVICES = 4;

    private static final FilterFields<Node> NODES = FleetColumns.fields();
    private static final FilterFields<Job> JOBS = JobColumns.fieldsOfJobs();

    private FleetSearch() {}

    /**
     * What was found.
     *
     * @param things what is called so first, then what is called alike, then nodes that hold or are such a thing
     * @param expression whether it was asked by terms, which mean all that is found, and not by words
     * @param brief which term was not understood
     * @param none what it means that a term that was understood finds nothing, where that is good to know
     */
    public record Found(List<EObject> things, boolean expression, Optional<String> brief, Optional<NoneFound> none) {
        public static final Found NOTHING = new Found(List.of(), false, Optional.empty());

        Found(List<EObject> things, boolean expression, Optional<String> brief) {
            this(things, expression, brief, Optional.empty());
        }

        /** Which term was not understood, with all terms there are: each filter knows its own only. */
        public Optional<String> problem() {
            return brief.map(it -> Texts.of(
                    "FleetSearch.withAllTerms",
                    it,
                    NODES.hint(),
                    JOBS.hint(),
                    DeviceFields.of(DeviceReadings.NONE).hint()));
        }

        /** What an expression means to select: nodes, or jobs where no node is meant. */
        List<EObject> all() {
            List<EObject> nodes = things.stream().filter(Node.class::isInstance).toList();
            return nodes.isEmpty() ? things : nodes;
        }
    }

    /** That nothing is found, in a few words and in a sentence. */
    public record NoneFound(String brief, String whole) {}

    /** Everything that matches; nothing for a blank text. */
    public static Found in(Fleet fleet, String typed, DeviceReadings readings) {
        FilterFields<Accelerator> fields = DeviceFields.of(readings);
        if (speaksOfDevices(typed, fields)) {
            Found devices = devices(fleet, Filter.parse(typed, fields));
            return devices.things().isEmpty() && typed.strip().equalsIgnoreCase(DeviceFields.IDLE)
                    ? new Found(List.of(), true, Optional.empty(), Optional.of(DeviceFields.noneIdle(fleet, readings)))
                    : devices;
        }
        if (typed.isBlank()) {
            return Found.NOTHING;
        }
        Filter<Node> nodes = Filter.parse(typed, NODES);
        Filter<Job> jobs = Filter.parse(typed, JOBS);
        boolean expression = typed.matches(".*[:<>=~].*");
        String word = typed.strip().toLowerCase(Locale.ROOT);
        List<EObject> found = new ArrayList<>();
        for (Cluster cluster : fleet.getClusters()) {
            if (nodes.problem().isEmpty()) {
                cluster.getNodes().stream().filter(nodes.test()).forEach(found::add);
            }
            if (!expression) {
                DomainTree.outerFirst(cluster).stream()
                        .filter(domain -> has(domain.getName(), word))
                        .forEach(found::add);
                if (has(cluster.getName(), word)) {
                    found.add(cluster);
                }
            }
            if (jobs.problem().isEmpty()) {
                cluster.getJobs().forEach(job -> job(job, jobs, expression, word, found));
            }
            if (!expression && word.length() >= LEAST_FOR_DEVICES) {
                cluster.getNodes().forEach(node -> devices(node, word, found));
            }
        }
        if (!expression) {
            found.sort(Comparator.comparingInt(thing -> rank(thing, word)));
        }
        boolean understood = nodes.problem().isEmpty() || jobs.problem().isEmpty();
        return new Found(List.copyOf(found), expression, understood ? Optional.empty() : nodes.brief());
    }

    /** Terms of what is measured mean devices, and every other term beside them says which. */
    private static boolean speaksOfDevices(String typed, FilterFields<Accelerator> fields) {
        return Stream.of(typed.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .map(term -> term.startsWith("-") ? term.substring(1) : term)
                .map(term -> term.replaceFirst("[<>=~!].*", ""))
                .anyMatch(term ->
                        fields.numbers().contains(term) || fields.flags().contains(term));
    }

    private static Found devices(Fleet fleet, Filter<Accelerator> filter) {
        if (filter.problem().isPresent()) {
            return new Found(List.of(), true, filter.brief());
        }
        List<EObject> found = fleet.getClusters().stream()
                .flatMap(cluster -> cluster.getNodes().stream())
                .flatMap(node -> node.getAccelerators().stream())
                .filter(filter.test())
                .<EObject>map(device -> device)
                .toList();
        return new Found(found, true, Optional.empty());
    }

    /** What the last word that is typed may become: the whole text with each proposal. */
    public static List<String> proposals(Fleet fleet, String typed) {
        return FindProposals.of(fleet, typed, NODES, JOBS, DeviceFields.of(DeviceReadings.NONE));
    }

    /** The field of a last term that has no value yet, such as {@code queue:}; empty: all that was begun is written. */
    public static Optional<String> begun(String typed) {
        String term = typed.substring(typed.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        String field = term.replaceFirst("^-", "").replaceFirst(":$", "");
        boolean known = NODES.texts().contains(field) || JOBS.texts().contains(field);
        return term.endsWith(":") && known ? Optional.of(field) : Optional.empty();
    }

    private static void job(Job job, Filter<Job> filter, boolean expression, String word, List<EObject> into) {
        if (filter.test().test(job)) {
            into.add(job);
        } else if (!expression) {
            for (Task task : job.getTasks()) {
                if (has(task.getName(), word)) {
                    into.add(task);
                }
            }
        }
    }

    private static void devices(Node node, String word, List<EObject> into) {
        for (Accelerator device : node.getAccelerators()) {
            if (device.getUuid() != null && has(device.getUuid(), word)) {
                into.add(device);
            }
        }
    }

    /** 0: called so, 1: called alike, 2: found by something else. */
    private static int rank(EObject thing, String word) {
        String name = name(thing).toLowerCase(Locale.ROOT);
        return name.equals(word) ? 0 : name.contains(word) ? 1 : 2;
    }

    private static String name(EObject thing) {
        return switch (thing) {
            case Accelerator device -> SafeText.line(device.getUuid());
            case Named named -> SafeText.line(named.getName());
            default -> "";
        };
    }

    private static boolean has(@org.eclipse.jdt.annotation.Nullable String name, String word) {
        return SafeText.line(name).toLowerCase(Locale.ROOT).contains(word);
    }
}
