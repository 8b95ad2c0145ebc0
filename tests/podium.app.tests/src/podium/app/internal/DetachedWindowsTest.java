// SPDX-License-Identifier: Apache-2.0
package podium.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.stream.StreamSupport;
import org.eclipse.e4.ui.model.application.ui.basic.MBasicFactory;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.Test;

class DetachedWindowsTest {
    private final MWindow window = MBasicFactory.INSTANCE.createWindow();
    private final MPartStack stack = MBasicFactory.INSTANCE.createPartStack();
    /** Finds parts only, as they lie in the window. */
    private final EModelService models = (EModelService) Proxy.newProxyInstance(
            EModelService.class.getClassLoader(), new Class<?>[] {EModelService.class}, (proxy, method, arguments) -> {
                Iterable<EObject> all = ((EObject) window)::eAllContents;
                return StreamSupport.stream(all.spliterator(), false)
                        .filter(MPart.class::isInstance)
                        .toList();
            });

    private MPart part(String label) {
        MPart part = MBasicFactory.INSTANCE.createPart();
        part.setLabel(label);
        stack.getChildren().add(part);
        return part;
    }

    @Test
    void aWindowIsCalledAfterThePartThatIsInFrontInIt() {
        window.getChildren().add(stack);
        assertEquals("Podium", DetachedWindows.title(window, models));
        part("Logs");
        MPart jobs = part("Jobs (1 failing)");
        stack.setSelectedElement(jobs);
        assertEquals("Jobs (1 failing) - Podium", DetachedWindows.title(window, models));
    }
}
