// SPDX-License-Identifier: Apache-2.0
package podium.core.cluster;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LoginTextTest {
    @Test
    void toLogInAgainHelpsWhereALoginIsOverRefusedOrFailed() {
        assertTrue(LoginText.isLogin(LoginText.OVER));
        assertTrue(LoginText.isLogin(LoginText.REFUSED));
        assertTrue(LoginText.isLogin(LoginText.failed("it ended with status 1.")));
        assertFalse(LoginText.isLogin("The host is not known."));
    }
}
