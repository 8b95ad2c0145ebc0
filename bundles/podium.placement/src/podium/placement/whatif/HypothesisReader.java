// SPDX-License-Identifier: Apache-2.0
package podium.placement.whatif;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.SchedulingObject.PriorityClass;
import podium.core.fleet.AcceleratorKind;
import podium.core.fleet.DomainTree;
import podium.core.fleet.InputKind;
import podium.core.fleet.SchedulingObjects;
import podium.core.text.CleanText;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;
import podium.model.fleet.Queue;
import podium.placement.Target;
import podium.placement.texts.Texts;
import podium.placement.whatif.Hypothesis.Add;
import podium.placement.whatif.Hypothesis.Down;
import podium.placement.whatif.Hypothesis.Quota;
import podium.placement.whatif.Hypothesis.Submit;

/**
 * Reads what an operator types: {@code down rack-7; submit 64x8; add 4 like n1; quota team-a 64}. Names of domains may
 * have their level before them, with a slash, a dash or a space. In the realm.
 */
public final class HypothesisReader {
    private static final int MOST = 100_000;
    private static final Pattern SUBMIT =
            Pattern.compile("(\\d{1,6})\\s*[x*\u00d7]\\s*(\\d{1,6})(?:\\s+(?i:priority)\\s+(\\S+))?");
    private static final Pattern ADD = Pattern.compile("(\\d{1,6})\\s+like\\s+(\\S.*)");
    private static final Pattern QUOTA = Pattern.compile("(\\S+)\\s+(?:(\\S+)\\s+)?(\\d{1,12})");

    private static final Pattern DOWN_NAME = Pattern.compile("(?i)\\s*(?:down|remove)\\s+(?:.*,\\s*)?([^,]*)");
    private static final Pattern LIKE_NAME = Pattern.compile("(?i)\\s*add\\s+\\d+\\s+like\\s+(\\S*)");
    private static final Pattern PRIORITY_NAME = Pattern.compile("(?i)\\s*submit\\s.*\\spriority\\s+(\\S*)");
    private static final Pattern QUOTA_NAME = Pattern.compile("(?i)\\s*quota\\s+(\\S*)");

    private final Cluster cluster;

    /**
     * What was read.
     *
     * @param problem what cannot be read and what would be; empty: all was read
     */
    public record Reading(List<Hypothesis> hypotheses, Optional<String> problem) {
        public Reading {
            hypotheses = List.copyOf(hypotheses);
        }
    }

    /** Says what a word does not mean, for the operator. */
    private static final class Unread extends Exception {
        private static final long serialVersionUID = 1;

        Unread(String message) {
            super(message);
        }
    }

    public HypothesisReader(Cluster cluster) {
        this.cluster = cluster;
    }

    /** What can be typed, with names that are there. */
    public String hint() {
        return Stream.of(downHint(), Optional.of(submitHint()), addHint(), quotaHint())
                .flatMap(Optional::stream)
                .map(Hypothesis::text)
                .collect(Collectors.joining("; "));
    }

    private Optional<Hypothesis> downHint() {
        return DomainTree.outerFirst(cluster).stream()
                .filter(domain -> !domain.getNodes().isEmpty())
                .findFirst()
                .<Target>map(Target.OnDomain::new)
                .or(() -> node().map(Target.OnNode::new))
                .map(Down::new);
    }

    private Hypothesis submitHint() {
        int gpus = node().map(node -> node.getAccelerators().size()).orElse(0);
        return new Submit(8, Math.max(1, gpus));
    }

    private Optional<Hypothesis> addHint() {
        return node().map(node -> new Add(node, 4));
    }

    private Optional<Hypothesis> quotaHint() {
        return cluster.getQueues().stream().findFirst().map(queue -> new Quota(queue, device(queue), 64));
    }

    /** Names that may stand at the end of what is typed. */
    public record Names(List<String> names, String begun) {
        public Names {
            names = List.copyOf(names);
        }
    }

    /** Which names may stand at the end of what is typed; none where none is expected. */
    public Names names(String typed) {
        String part = typed.substring(Math.max(typed.lastIndexOf(';'), typed.lastIndexOf('\n')) + 1);
        Matcher down = DOWN_NAME.matcher(part);
        Matcher like = LIKE_NAME.matcher(part);
        Matcher quota = QUOTA_NAME.matcher(part);
        Matcher priority = PRIORITY_NAME.matcher(part);
        if (priority.matches()) {
            return new Names(priorityClasses(), priority.group(1));
        }
        Stream<String> nodes = cluster.getNodes().stream().map(Node::getName);
        if (down.matches()) {
            return new Names(
                    Stream.concat(
                                    DomainTree.outerFirst(cluster).stream()
                                            .map(domain -> new Down(new Target.OnDomain(domain)).text())
                                            .map(text -> text.substring(text.indexOf(' ') + 1)),
                                    nodes)
                            .distinct()
                            .toList(),
                    down.group(1));
        }
        return like.matches()
                ? new Names(nodes.toList(), like.group(1))
                : quota.matches()
                        ? new Names(
                                cluster.getQueues().stream()
                                        .map(Queue::getName)
                                        .distinct()
                                        .toList(),
                                quota.group(1))
                        : new Names(List.of(), "");
    }

    /** One with GPUs, where there is one. */
    private Optional<Node> node() {
        return cluster.getNodes().stream()
                .filter(node -> !node.getAccelerators().isEmpty())
                .findFirst()
                .or(() -> cluster.getNodes().stream().findFirst());
    }

    public Reading read(String line) {
        List<Hypothesis> read = new ArrayList<>();
        for (String part : line.split("[;\\n]")) {
            if (!part.isBlank()) {
                try {
                    read.addAll(one(part.strip()));
                } catch (Unread e) {
                    return new Reading(read, Optional.of(String.valueOf(e.getMessage())));
                }
            }
        }
        return new Reading(read, Optional.empty());
    }

    private List<Hypothesis> one(String part) throws Unread {
        int at = part.indexOf(' ');
        String verb = (at < 0 ? part : part.substring(0, at)).toLowerCase(Locale.ROOT);
        String rest = at < 0 ? "" : part.substring(at + 1).strip();
        return switch (verb) {
            case "down", "remove" -> down(rest);
            case "submit" -> List.of(submit(rest));
            case "add" -> List.of(add(rest));
            case "quota" -> List.of(quota(rest));
            default -> throw new Unread(Texts.of("HypothesisReader.isNotUnderstoodIt", part, hint()));
        };
    }

    private List<Hypothesis> down(String names) throws Unread {
        List<Hypothesis> down = new ArrayList<>();
        for (String name : names.split(",")) {
            down.add(new Down(target(name.strip())));
        }
        return down;
    }

    private Submit submit(String size) throws Unread {
        Matcher matcher = SUBMIT.matcher(size);
        if (!matcher.matches()) {
            throw new Unread(Texts.of("HypothesisReader.submitSayTasksX", size));
        }
        return new Submit(
                count(matcher.group(1), () -> Texts.of("HypothesisReader.tasksAreFrom1To", MOST)),
                count(matcher.group(2), () -> Texts.of("HypothesisReader.gpusOfEachTaskAreFrom1To", MOST)),
                priorityClass(matcher.group(3)));
    }

    private String priorityClass(@Nullable String name) throws Unread {
        if (name != null && !priorityClasses().contains(name)) {
            throw missing(
                    Texts.of("HypothesisReader.noPriorityClassIsCalled", CleanText.clean(name)),
                    EnumSet.of(InputKind.PRIORITIES));
        }
        return name == null ? "" : name;
    }

    private List<String> priorityClasses() {
        return SchedulingObjects.of(cluster).all(PriorityClass.class).stream()
                .map(PriorityClass::name)
                .toList();
    }

    private Add add(String words) throws Unread {
        Matcher matcher = ADD.matcher(words);
        if (!matcher.matches()) {
            throw new Unread(Texts.of("HypothesisReader.addSayHowMany", words, words(addHint())));
        }
        if (target(matcher.group(2)) instanceof Target.OnNode on) {
            return new Add(
                    on.node(), count(matcher.group(1), () -> Texts.of("HypothesisReader.nodesAreFrom1To", MOST)));
        }
        throw new Unread(Texts.of("HypothesisReader.isNotANode", matcher.group(2)));
    }

    private Quota quota(String words) throws Unread {
        Matcher matcher = QUOTA.matcher(words);
        if (!matcher.matches()) {
            throw new Unread(Texts.of("HypothesisReader.quotaSayTheQueue", words, words(quotaHint())));
        }
        String name = matcher.group(1);
        Queue queue = cluster.getQueues().stream()
                .filter(it -> name.equals(it.getName()))
                .findFirst()
                .orElseThrow(() ->
                        missing(Texts.of("HypothesisReader.noQueueIsCalled", CleanText.clean(name)), InputKind.QUEUES));
        Optional<String> named = Optional.ofNullable(matcher.group(2)).filter(it -> !"gpu".equalsIgnoreCase(it));
        return new Quota(queue, named.orElseGet(() -> device(queue)), Long.parseLong(matcher.group(3)));
    }

    /** What is not there, as far as may be read. */
    private Unread missing(String words, Set<InputKind> kinds) {
        return new Unread(InputKind.unknown(SchedulingObjects.of(cluster), "", kinds).stream()
                .findFirst()
                .map(why -> Texts.of("HypothesisReader.notAllIsKnown", words, why))
                .orElse(words));
    }

    private static String words(Optional<Hypothesis> hint) {
        return hint.map(it -> Texts.of("HypothesisReader.asIn", it.text())).orElse("");
    }

    /** The devices the queue has a quota of; else those most nodes have. */
    static String device(Queue queue) {
        Optional<String> own = queue.getQuota() == null
                ? Optional.empty()
                : queue.getQuota().toMap().keySet().stream()
                        .filter(it -> AcceleratorKind.of(it).isPresent())
                        .findFirst();
        return own.orElseGet(() -> GpuResources.resource(queue.getCluster()));
    }

    private static int count(String digits, Supplier<String> refusal) throws Unread {
        int count = Integer.parseInt(digits);
        if (count < 1 || count > MOST) {
            throw new Unread(refusal.get());
        }
        return count;
    }

    private Target target(String name) throws Unread {
        for (Node node : cluster.getNodes()) {
            if (name.equals(node.getName())) {
                return new Target.OnNode(node);
            }
        }
        return DomainTree.outerFirst(cluster).stream()
                .filter(domain -> called(domain, name))
                .findFirst()
                .map(Target.OnDomain::new)
                .orElseThrow(() -> name.isEmpty()
                        ? new Unread(Texts.of("HypothesisReader.sayWhichNodeOr"))
                        : missing(
                                Texts.of("HypothesisReader.noNodeOrDomain", CleanText.clean(name)),
                                EnumSet.of(InputKind.NODES)));
    }

    private static boolean called(Domain domain, String name) {
        String own = domain.getName();
        String level = domain.getLevel();
        return name.equals(own)
                || name.equalsIgnoreCase(level + "/" + own)
                || name.equalsIgnoreCase(level + "-" + own)
                || name.equalsIgnoreCase(level + " " + own);
    }
}
