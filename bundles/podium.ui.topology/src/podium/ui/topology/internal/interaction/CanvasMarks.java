// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.swt.widgets.Composite;
import podium.operation.rule.RuleService;
import podium.ui.advice.WhatIfSession;
import podium.ui.find.FindSession;
import podium.ui.label.RuleLabels;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.Subscriptions;
import podium.ui.toolkit.UiServices;
import podium.ui.topology.internal.model.TopologyModel;

/** What is marked on the canvas from elsewhere: what was found, what is supposed, and what a rule of the operator protects. UI thread. */
@Creatable
public final class CanvasMarks {
    /** How often it is asked whether the operator has other rules. */
    private static final Duration RULES = Duration.ofSeconds(1);

    private final FindSession finder;
    private final WhatIfSession whatIf;
    private final RuleService rules;
    private final UiServices services;
    private Object protectedBy = "";

    @Inject
    public CanvasMarks(FindSession finder, WhatIfSession whatIf, RuleService rules, UiServices services) {
        this.finder = finder;
        this.whatIf = whatIf;
        this.rules = rules;
        this.services = services;
    }

    /** Makes the bar that says what is supposed. */
    public void bar(Composite parent) {
        new WhatIfBar(parent, services.theme()).follow(whatIf);
    }

    /**
     * Marks all of it on a canvas from now on.
     *
     * @param focus gives the focus to the canvas when the find field is left
     */
    public void follow(CanvasView view, Runnable focus) {
        finder.leaveTo(focus);
        new Subscriptions(view.control())
                .add(finder.listen(() -> view.highlights().find(finder.found().things())))
                .add(whatIf.listen(it -> view.highlights().suppose(it.outlook())));
        Repaint.every(view.control(), RULES, () -> protect(view.model()));
        protect(view.model());
    }

    /** Goes to the find field. */
    public void find() {
        finder.focus();
    }

    /** Ends what is supposed; false: nothing is. */
    public boolean supposeNothing() {
        boolean was = !whatIf.hypotheses().isEmpty();
        whatIf.clear();
        return was;
    }

    private void protect(TopologyModel model) {
        if (!rules.state().equals(protectedBy)) {
            protectedBy = rules.state();
            model.protect(node -> RuleLabels.protection(rules, node));
        }
    }
}
