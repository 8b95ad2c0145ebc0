// SPDX-License-Identifier: Apache-2.0
package podium.core.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LostGpuHoursTest {
    @Test
    void hoursHaveADecimalOnlyWhileItTells() {
        assertEquals("0.2 GPU-hours", LostGpuHours.words(0.21));
        assertEquals("12.5 GPU-hours", LostGpuHours.words(12.5));
        assertEquals("1 250 GPU-hours", LostGpuHours.words(1250.4).replace('\u2009', ' '));
        assertEquals("5 059", LostGpuHours.number(5059.1).replace('\u2009', ' '));
    }
}
