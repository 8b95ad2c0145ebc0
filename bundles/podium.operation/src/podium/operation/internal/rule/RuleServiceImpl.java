// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.rule;

import java.io.IOException;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import podium.core.change.ClusterId;
import podium.core.failure.FailureText;
import podium.operation.plan.Plan;
import podium.operation.rule.OperatorRules;
import podium.operation.rule.ProtectionRule;
import podium.operation.rule.RuleDecision;
import podium.operation.rule.RuleService;
import podium.operation.texts.Texts;
import podium.placement.Prohibitions;

/** The rules of this process. Where they cannot be read, nothing may be changed: what was protected is not known. */
@Component(service = {RuleService.class, Prohibitions.class})
public final class RuleServiceImpl implements RuleService {
    private final RuleFile file;
    private final InstantSource clock;
    private volatile OperatorRules rules = OperatorRules.NONE;
    private volatile Optional<String> problem = Optional.empty();

    @Activate
    public RuleServiceImpl() {
        this(RuleFile.find(), InstantSource.system());
    }

    RuleServiceImpl(RuleFile file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        try {
            rules = file.read();
        } catch (IOException e) {
            problem = unreadable(e);
        }
    }

    @Override
    public OperatorRules rules() {
        return rules;
    }

    @Override
    public Object state() {
        return rules();
    }

    @Override
    public boolean isEmpty() {
        return rules().equals(OperatorRules.NONE) && problem().isEmpty();
    }

    @Override
    public synchronized void keep(OperatorRules other) throws IOException {
        if (problem.isEmpty()) {
            refuseChanged();
        }
        file.write(other);
        rules = other;
        problem = Optional.empty();
    }

    /** What was changed in the file while Podium runs holds from then on, and is not written over by who has not seen it. */
    private void refuseChanged() throws IOException {
        OperatorRules there;
        try {
            there = file.read();
        } catch (IOException e) {
            problem = unreadable(e);
            throw e;
        }
        if (!there.equals(rules)) {
            rules = there;
            throw new IOException(Texts.of("RuleServiceImpl.changedOutside", file.path()));
        }
    }

    private Optional<String> unreadable(IOException e) {
        return Optional.of(Texts.of("RuleServiceImpl.theRulesCannotBeRead", file.path(), FailureText.sentence(e)));
    }

    @Override
    public Optional<String> problem() {
        return problem;
    }

    @Override
    public RuleDecision judge(Plan plan) {
        return new RuleCheck(this).judge(plan, problem);
    }

    @Override
    public Optional<String> whyNotNode(ClusterId cluster, String node) {
        return frozen(cluster).or(() -> protection(cluster, node));
    }

    @Override
    public Optional<String> whyNotNamespace(ClusterId cluster, String namespace) {
        return frozen(cluster).or(() -> protects(rules.namespaces(), cluster, namespace)
                .map(protection -> Texts.of("RuleServiceImpl.namespaceIsProtectedRule", namespace, protection)));
    }

    private static Optional<ProtectionRule> protects(List<ProtectionRule> all, ClusterId cluster, String name) {
        return all.stream()
                .filter(one -> cluster.names().stream().anyMatch(known -> one.covers(known, name)))
                .findFirst();
    }

    @Override
    public Optional<String> protection(ClusterId cluster, String node) {
        return protects(rules.nodes(), cluster, node)
                .map(protection -> Texts.of("RuleServiceImpl.nodeIsProtectedRule", node, protection));
    }

    @Override
    public Optional<String> frozen(ClusterId cluster) {
        return problem.or(() -> windowOpen(cluster));
    }

    /** Why nothing in a cluster is changed at this time; empty: no window is open. */
    Optional<String> windowOpen(ClusterId cluster) {
        DateTimeFormatter form = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ROOT);
        return rules.freezes().stream()
                .flatMap(freeze -> cluster.names().stream()
                        .flatMap(known -> freeze.until(known, clock.instant()).stream())
                        .map(end -> Texts.of(
                                "RuleServiceImpl.isFrozenUntilRule", cluster, form.format(end), freeze.zone(), freeze)))
                .findFirst();
    }
}
