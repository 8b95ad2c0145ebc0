// SPDX-License-Identifier: Apache-2.0
package podium.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.e4.ui.model.application.ui.basic.MBasicFactory;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartSashContainer;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.Test;
import podium.app.house.Models;

class LayoutResetTest {
    private final MWindow window = Models.application().getChildren().getFirst();
    private final List<MPart> front = new ArrayList<>();

    @Test
    void whatWasMovedAndTakenOutIsBackWithWhatIsInIt() {
        Map<String, List<String>> first = layout(window);
        MPart jobs = part("podium.part.jobs");
        jobs.getPersistedState().put("filter", "running");
        stack("podium.stack.fleet").getChildren().add(jobs);
        stack("podium.stack.work").setContainerData("9000");
        MPart slots = part("podium.part.slots");
        MWindow apart = MBasicFactory.INSTANCE.createWindow();
        MPartStack own = MBasicFactory.INSTANCE.createPartStack();
        own.getChildren().add(slots);
        apart.getChildren().add(own);
        window.getWindows().add(apart);
        stack("podium.stack.details").getTags().add("Minimized");
        MPartSashContainer top =
                (MPartSashContainer) (Object) stack("podium.stack.details").getParent();
        top.getChildren().remove(stack("podium.stack.topology"));
        stack("podium.stack.work").getChildren().add(MBasicFactory.INSTANCE.createPart());

        LayoutReset.reset(window, Models.application().getChildren().getFirst(), front::add);

        assertEquals(first, layout(window));
        assertSame(jobs, part("podium.part.jobs"), "the same part with what it shows");
        assertSame(slots, part("podium.part.slots"));
        assertEquals("running", jobs.getPersistedState().get("filter"));
        assertEquals("3400", stack("podium.stack.work").getContainerData());
        assertEquals(List.of(), window.getWindows());
        assertTrue(all(MPartStack.class).allMatch(stack -> stack.getTags().isEmpty()));
        assertEquals(List.of(jobs), front);
        assertSame(jobs, stack("podium.stack.work").getSelectedElement());
    }

    private static Map<String, List<String>> layout(MWindow window) {
        Map<String, List<String>> parts = new TreeMap<>();
        all(window, MPartStack.class)
                .forEach(stack -> parts.put(
                        stack.getElementId(),
                        stack.getChildren().stream()
                                .map(part -> part.getElementId())
                                .toList()));
        return parts;
    }

    private MPart part(String id) {
        return all(MPart.class)
                .filter(it -> id.equals(it.getElementId()))
                .findFirst()
                .orElseThrow();
    }

    private MPartStack stack(String id) {
        return all(MPartStack.class)
                .filter(it -> id.equals(it.getElementId()))
                .findFirst()
                .orElseThrow();
    }

    private <T> Stream<T> all(Class<T> type) {
        return all(window, type);
    }

    private static <T> Stream<T> all(MWindow window, Class<T> type) {
        Iterable<EObject> contents = ((EObject) window)::eAllContents;
        return StreamSupport.stream(contents.spliterator(), false)
                .filter(type::isInstance)
                .map(type::cast)
                .toList()
                .stream();
    }
}
