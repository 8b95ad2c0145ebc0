// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.act;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.widgets.Label;
import podium.ui.fleet.FleetColumns;
import podium.ui.kit.FilterField;
import podium.ui.kit.Formats;
import podium.ui.kit.Repaint;
import podium.ui.kit.Strip;
import podium.ui.topology.internal.layout.Hit;
import podium.ui.topology.internal.scene.Scene;
import podium.ui.topology.internal.stage.Highlights;
import podium.ui.topology.internal.stage.Stage;

/** The find field: marks what matches as one types, Enter goes from one to the next, Escape goes back. UI thread. */
public final class FindBox {
    private static final Duration TYPING = Duration.ofMillis(40);

    private final FilterField field;
    private final Label count;
    private final Find find;
    private final Stage stage;
    private final Highlights highlights;
    private final Chooser chooser;
    private final Repaint search;
    private String searched = "";
    private int next;

    public FindBox(Strip bar, Stage stage, Highlights highlights, Chooser chooser, Runnable leave) {
        field = bar.filter(
                "Find and mark in topology",
                "name, job, uuid, or " + FleetColumns.fields().hint());
        field.setMessage("mark: job, node, free>=4");
        count = bar.label("", false);
        find = new Find(FleetColumns.fields());
        this.stage = stage;
        this.highlights = highlights;
        this.chooser = chooser;
        search = Repaint.of(field.control(), TYPING, this::search);
        field.onType(typed -> search.request());
        field.control().addKeyListener(KeyListener.keyPressedAdapter(event -> {
            if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
                event.doit = false;
                jump();
            } else if (event.keyCode == SWT.ESC) {
                field.control().setText("");
                leave.run();
            } else if (event.keyCode == SWT.ARROW_DOWN) {
                event.doit = false;
                leave.run();
            }
        }));
    }

    public void setFocus() {
        field.setFocus();
    }

    private void search() {
        Find.Found found = find.in(stage.scene(), field.control().getText());
        searched = field.control().getText();
        next = 0;
        field.problem(found.problem());
        highlights.find(found.things());
        String text = field.control().getText().isBlank()
                ? ""
                : Formats.count(found.things().size());
        count.setText(text);
        count.setToolTipText(text.isEmpty() ? "" : text + " found; Enter goes to the next");
        count.getParent().layout(true);
    }

    /** Goes to the next thing that was found and has a place on the canvas. */
    private void jump() {
        if (!field.control().getText().equals(searched)) {
            search();
        }
        List<EObject> things = highlights.found();
        Scene scene = stage.scene();
        for (int tried = 0; tried < things.size(); tried++) {
            EObject thing = things.get(next++ % things.size());
            Optional<Hit> hit = place(scene, thing);
            if (hit.isPresent()) {
                chooser.jump(hit.get());
                chooser.select(List.of(thing));
                return;
            }
        }
        if (!things.isEmpty()) {
            chooser.select(List.of(things.get(next++ % things.size())));
        }
    }

    private static Optional<Hit> place(Scene scene, EObject thing) {
        Highlights.Marks marks = Highlights.marks(scene, List.of(thing));
        return marks.cells().stream().findFirst().map(Hit::of).or(() -> marks.boxes().stream()
                .findFirst()
                .map(Hit::of));
    }
}
