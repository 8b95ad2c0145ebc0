// SPDX-License-Identifier: Apache-2.0
package podium.ui.label;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.dra.AcceleratorMaker;
import podium.core.fleet.AcceleratorKind;
import podium.core.fleet.DomainTree;
import podium.core.fleet.Holdings;
import podium.core.fleet.NodeTroubleText;
import podium.core.text.Counted;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Slice;
import podium.model.fleet.Task;
import podium.model.value.DeviceTaint;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.telemetry.DeviceXid;
import podium.telemetry.TelemetryStore;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.SafeText;

/** Accelerators in words, and which ones a thing of the fleet has. In the realm. */
public final class AcceleratorLabels {
    private AcceleratorLabels() {}

    /** Held of all: 6/8. */
    public static String heldOfTotal(Holdings holdings) {
        return Formats.count(holdings.held()) + "/" + Formats.count(holdings.total());
    }

    /** What one device is called: GPU, Gaudi, TPU. */
    public static String word(Accelerator accelerator) {
        return AcceleratorMaker.of(accelerator.getVendor()).word();
    }

    /** What one of several devices is called: GPU, TPU; device where they differ, GPU where there are none. */
    public static String wordOf(List<Accelerator> accelerators) {
        return Counted.noun(1, noun(accelerators));
    }

    /** What several devices are called: GPUs, TPUs; devices where they differ or there are none. */
    public static String words(List<Accelerator> accelerators) {
        return Counted.noun(2, noun(accelerators));
    }

    /** The noun that stands behind their number. */
    private static String noun(List<Accelerator> accelerators) {
        return noun(accelerators.stream());
    }

    private static String noun(Stream<Accelerator> accelerators) {
        List<String> kinds =
                accelerators.map(AcceleratorLabels::word).distinct().toList();
        return kinds.size() == 1 ? kinds.getFirst() : kinds.isEmpty() ? "GPU" : "device";
    }

    /** The noun for the devices of a cluster, as {@link Counted} knows it; "device" where they differ. Asks one device a node. */
    public static String word(Cluster cluster) {
        return noun(cluster.getNodes().stream()
                .filter(node -> !node.getAccelerators().isEmpty())
                .map(node -> node.getAccelerators().getFirst()));
    }

    /** Their number and what they are called: 8 GPUs, 1 TPU. */
    public static String counted(List<Accelerator> accelerators) {
        return Formats.counted(accelerators.size(), noun(accelerators));
    }

    /**
     * How many of a node its device plugin does not offer, with what points at one of them: a note of people, an XID that its exporter
     * reads. Empty: it offers all, or of the others it is known why not.
     */
    public static Optional<String> notOffered(Node node, TelemetryStore telemetry) {
        int withheld = Holdings.of(node).withheld();
        String all = counted(node.getAccelerators());
        if (withheld == 0) {
            return Optional.empty();
        }
        if (withheld >= node.getAccelerators().size()) {
            return Optional.of(Texts.of("AcceleratorLabels.noneIsOffered", all));
        }
        List<String> hints = new ArrayList<>();
        SortedSet<Integer> named = NodeTroubleText.named(node);
        if (!named.isEmpty()) {
            hints.add(Texts.of(
                    "AcceleratorLabels.anAnnotationNames",
                    named.stream()
                            .map(index -> wordOf(node.getAccelerators()) + " " + index)
                            .collect(Collectors.joining(", "))));
        }
        node.getAccelerators().forEach(device -> xid(device, telemetry).ifPresent(hints::add));
        return Optional.of(
                hints.isEmpty()
                        ? Texts.of("AcceleratorLabels.someAreNotOffered", withheld, all)
                        : Texts.of(
                                "AcceleratorLabels.someAreNotOfferedHinted", withheld, all, String.join("; ", hints)));
    }

    /** Indices of the devices of a node that a note of people names, or that have an XID for which they are not offered. */
    public static Set<Integer> suspected(Node node, TelemetryStore telemetry) {
        SortedSet<Integer> all = NodeTroubleText.named(node);
        node.getAccelerators().stream()
                .filter(device -> withheld(device, telemetry).isPresent())
                .forEach(device -> all.add(device.getIndex()));
        return all;
    }

    private static Optional<String> xid(Accelerator device, TelemetryStore telemetry) {
        return withheld(device, telemetry)
                .map(xid -> Texts.of("AcceleratorLabels.hasXid", word(device), device.getIndex(), xid));
    }

    private static Optional<Integer> withheld(Accelerator device, TelemetryStore telemetry) {
        return DeviceXid.last(device, telemetry).filter(DeviceXid::withholds);
    }

    /** That the XID of a device says that it is broken, and whether Kubernetes offers it all the same; empty: it does not. */
    public static Optional<String> broken(Accelerator device, TelemetryStore telemetry) {
        return DeviceXid.broken(device, telemetry)
                .map(xid -> Holdings.of(device.getNode()).withheld() > 0
                        ? Texts.of("AcceleratorLabels.broken", xid)
                        : Texts.of("AcceleratorLabels.brokenOffered", xid));
    }

    /** Model of a device without the maker's name and dashes: H100 80GB HBM3. */
    public static String model(Accelerator accelerator) {
        String model = SafeText.line(accelerator.getModel());
        return model.isEmpty()
                ? Formats.UNKNOWN
                : model.replaceFirst("^(NVIDIA|AMD|Intel)[- ]", "").replace('-', ' ');
    }

    /** Who set a taint of a device; of one that does nothing, that. */
    public static String about(DeviceTaint taint) {
        String by = taint.rule().isEmpty()
                ? Texts.of("AcceleratorLabels.publishedByItsDriver")
                : Texts.of("AcceleratorLabels.setByDevicetaintrule", SafeText.line(taint.rule()));
        return taint.keepsOff() ? by : Texts.of("AcceleratorLabels.aPreviewItHas", by);
    }

    /** What a request asks for, in words: 8 GPUs, 64 CPUs, 512 GiB. */
    public static String request(Resources requests) {
        List<String> words = new ArrayList<>();
        requests.forEach((name, amount) -> AcceleratorKind.of(name)
                .ifPresent(kind -> words.add(Formats.count(amount) + " " + kind.words(amount))));
        long cpu = requests.get(Resources.CPU);
        if (cpu > 0) {
            words.add(cpu % 1000 == 0 ? Formats.counted(cpu / 1000, "CPU") : Texts.of("AcceleratorLabels.mCpu", cpu));
        }
        long memory = requests.get(Resources.MEMORY);
        if (memory > 0) {
            words.add(Formats.bytes(memory));
        }
        return words.isEmpty() ? Texts.of("AcceleratorLabels.nothing") : String.join(", ", words);
    }

    /** Models of devices with their number: 8 x H100 80GB HBM3. */
    public static String models(List<Accelerator> accelerators) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        accelerators.forEach(accelerator -> counts.merge(model(accelerator), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> Formats.count(entry.getValue()) + " \u00d7 " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    /** The devices of a thing: its own, those below it, or those its tasks hold. */
    public static List<Accelerator> of(EObject thing) {
        return switch (thing) {
            case Accelerator accelerator -> List.of(accelerator);
            case Slice slice -> slice.getAccelerator() == null ? List.of() : List.of(slice.getAccelerator());
            case Task task -> held(task);
            case Job job ->
                job.getTasks().stream()
                        .flatMap(task -> held(task).stream())
                        .distinct()
                        .toList();
            default ->
                DomainTree.within(thing).stream()
                        .flatMap(node -> node.getAccelerators().stream())
                        .toList();
        };
    }

    private static List<Accelerator> held(Task task) {
        List<Accelerator> held = new ArrayList<>(task.getAccelerators());
        task.getSlices().forEach(slice -> held.add(slice.getAccelerator()));
        return held.stream().filter(Objects::nonNull).distinct().toList(); // a slice may have been cut away
    }

    /** An amount that jobs ask for: 2 GPUs, 34 slices; of jobs that ask for different things: 36 devices. */
    public static String amount(int amount, List<Job> jobs) {
        List<String> parts = jobs.stream()
                .map(job -> part(job.getTasks(), job.getSpec()))
                .distinct()
                .toList();
        String noun = parts.size() > 1
                ? "device"
                : parts.isEmpty() || parts.getFirst().isEmpty() ? "GPU" : parts.getFirst();
        return Formats.counted(amount, noun);
    }

    /** What is counted where tasks hold whole devices and others parts of some. */
    public static final String MIXED = "GPU or slice";

    /** What is counted where tasks ask for parts of devices: an amount of these is no number of GPUs. Empty: whole devices. */
    public static String part(List<Task> tasks, @Nullable TaskSpec template) {
        if (tasks.stream().anyMatch(Holdings::holdsParts)) {
            boolean all = tasks.stream().filter(task -> Holdings.held(task) > 0).allMatch(Holdings::holdsParts);
            return all ? "slice" : MIXED;
        }
        TaskSpec spec = template == null && !tasks.isEmpty() ? tasks.getFirst().getSpec() : template;
        if (spec != null && Holdings.shares(spec) > 0) {
            return "share";
        }
        return spec == null
                ? ""
                : spec.requests().toMap().keySet().stream()
                        .flatMap(name -> AcceleratorKind.of(name).stream())
                        .filter(AcceleratorKind::slice)
                        .map(kind -> kind.word().substring(kind.word().lastIndexOf(' ') + 1))
                        .findFirst()
                        .orElse("");
    }

    /** 41 free + 8 cordoned: what can be had now, and what could be had were its node not cordoned; the words of all parts. */
    public static String free(Holdings holdings) {
        String free = Formats.count(holdings.free());
        return holdings.cordoned() == 0
                ? Texts.of("AcceleratorLabels.free", free)
                : Texts.of("AcceleratorLabels.freeAndCordoned", free, Formats.count(holdings.cordoned()));
    }

    /** The same of a thing; where its cluster is not heard now: 41 were free. */
    public static String free(Holdings holdings, EObject of) {
        if (StateLabels.before(of).isEmpty()) {
            return free(holdings);
        }
        String cordoned = Formats.count(holdings.cordoned());
        if (holdings.cordoned() == 0) {
            return onlyFree(holdings, of);
        }
        return holdings.free() == 1
                ? Texts.of("AcceleratorLabels.wasFreeAndCordoned", cordoned)
                : Texts.of("AcceleratorLabels.wereFreeAndCordoned", Formats.count(holdings.free()), cordoned);
    }

    /** What can be had of a thing now, where there is no room for more; where its cluster is not heard now: 41 were free. */
    public static String onlyFree(Holdings holdings, EObject of) {
        String free = Formats.count(holdings.free());
        return StateLabels.before(of).isEmpty()
                ? Texts.of("AcceleratorLabels.free", free)
                : holdings.free() == 1
                        ? Texts.of("AcceleratorLabels.wasFree")
                        : Texts.of("AcceleratorLabels.wereFree", free);
    }
}
