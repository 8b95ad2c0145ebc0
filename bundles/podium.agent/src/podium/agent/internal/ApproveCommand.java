// SPDX-License-Identifier: Apache-2.0
package podium.agent.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import podium.agent.texts.Texts;
import podium.core.text.CleanText;
import podium.core.text.ReadableTime;
import podium.operation.approval.ApprovalFile;
import podium.operation.approval.ApprovalKey;
import podium.operation.approval.ApprovalRequest;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/**
 * {@code --approval-key} and {@code --approve FILE}: says this user's public key, and approves what another operator asks for, after
 * it was shown and the cluster's name was typed.
 */
final class ApproveCommand {
    static final String KEY = "--approval-key";
    static final String APPROVE = "--approve";
    /** As long may the other one take to run it. */
    static final Duration VALID = Duration.ofHours(8);

    private final Path keyFile;
    private final String name;
    private final Supplier<Optional<String>> answers;
    private final List<String> said = new ArrayList<>();

    /**
     * @param keyFile of this user
     * @param name whose approval it is
     * @param answers what the user types, a line each
     */
    ApproveCommand(Path keyFile, String name, Supplier<Optional<String>> answers) {
        this.keyFile = keyFile;
        this.name = name;
        this.answers = answers;
    }

    /** What was said, a line each. */
    List<String> said() {
        return List.copyOf(said);
    }

    /** Says the public key, which is made when there is none. */
    void key() throws IOException {
        Optional<ApprovalKey> there = ApprovalKey.read(keyFile);
        ApprovalKey key = there.isPresent() ? there.get() : ApprovalKey.make(keyFile);
        say(
                there.isPresent()
                        ? Texts.of("ApproveCommand.yourKeyIsIn", keyFile)
                        : Texts.of("ApproveCommand.yourKeyWasCreated", keyFile));
        say(name + " " + key.publicKey());
    }

    /**
     * Shows a request and approves it; the approval is written into the file.
     *
     * @return true when it was approved
     */
    boolean approve(Path file, Instant now) throws IOException {
        ApprovalFile asked = ApprovalFile.read(file);
        if (!asked.isWhole()) {
            say(Texts.of("ApproveCommand.wasChangedThePlan", file));
            return false;
        }
        Optional<ApprovalKey> key = ApprovalKey.read(keyFile);
        if (key.isEmpty()) {
            say(Texts.of("ApproveCommand.youHaveNoKey", KEY));
            return false;
        }
        if (key.get().publicKey().equals(asked.request().requesterKey())) {
            say(Texts.of("ApproveCommand.thisIsYourOwn"));
            return false;
        }
        show(asked.request(), asked.shown());
        say(Texts.of("ApproveCommand.toApproveItType", asked.request().cluster()));
        if (!answers.get().orElse("").strip().equals(asked.request().cluster())) {
            say(Texts.of("ApproveCommand.nothingIsApproved"));
            return false;
        }
        asked.with(key.get().approve(asked.request(), name, now.plus(VALID))).write(file);
        say(Texts.of(
                "ApproveCommand.approvedUntilHandBack",
                ReadableTime.of(now.plus(VALID)),
                file,
                asked.request().requester()));
        return true;
    }

    private void show(ApprovalRequest request, Plan plan) {
        say(Texts.of("ApproveCommand.asksOn", request.requester(), request.user(), ReadableTime.of(request.at())));
        say("  " + plan.title());
        say(Texts.of("ApproveCommand.onTheClusterAt", request.cluster(), request.server(), request.clusterUid()));
        section(Texts.of("ApproveCommand.whatIsSent"), plan.steps().stream().flatMap(ApproveCommand::words));
        section(Texts.of("ApproveCommand.whatHappens"), plan.effects().stream());
        section(Texts.of("ApproveCommand.whatCannotBeUndone"), plan.irreversible().stream());
        section(
                Texts.of("ApproveCommand.beforeAndAfter"),
                plan.changes().stream()
                        .flatMap(change -> Stream.concat(
                                Stream.of(change.object()),
                                Stream.concat(
                                        change.before().lines().map(line -> "- " + line),
                                        change.after().lines().map(line -> "+ " + line)))));
    }

    private static Stream<String> words(Step step) {
        return switch (step) {
            case Step.Write write -> Stream.of(write.words());
            case Step.Barrier barrier ->
                Stream.concat(
                        Stream.of(barrier.words()), barrier.writes().stream().map(write -> "  " + write.words()));
            case Step.EvictAll evict ->
                Stream.concat(
                        Stream.of(evict.words()),
                        evict.victims().stream()
                                .map(victim -> "  " + victim.pod().namespace() + "/"
                                        + victim.pod().name()));
            case Step.Await await -> Stream.of(await.words());
        };
    }

    private void section(String title, Stream<String> lines) {
        List<String> all = lines.toList();
        if (!all.isEmpty()) {
            say(title + ":");
            all.forEach(line -> say("  " + line));
        }
    }

    /** Without what a terminal would obey (CVE-2021-25743). */
    private void say(String line) {
        String clean = CleanText.clean(line);
        said.add(clean);
        System.err.println(clean);
    }
}
