@echo off
rem SPDX-License-Identifier: Apache-2.0
rem Starts Podium with the JDK 25 or newer of JAVA_HOME, or the java on the PATH.
setlocal
if "%~1"=="--version" (
    for %%V in ("%~dp0plugins\podium.app_*.jar") do for /f "tokens=2 delims=_" %%W in ("%%~nV") do echo podium %%W
    exit /b 0
)
if "%~1"=="--help" (
    echo usage: podium [--kubeconfig FILE [--context NAME]]   the clusters of a kubeconfig, read-only until you unlock them
    echo        podium [--fleet SCENARIO]                     a simulated fleet: ai-factory, nvl72, mixed, edge, dra, "scale N"
    echo        podium --screenshot FILE                      writes a picture of the live console, and ends
    echo        podium --audit FILE.csv^|FILE.jsonl            no window: writes what was done from this workspace
    echo        podium --approval-key                        prints the key that others add to their rules to trust your approvals
    echo        podium --approve FILE                        shows what another operator asks for, and approves it
    echo        podium --version
    echo Environment: PODIUM_HOME ^(settings and layout^), JAVA_HOME ^(a JDK 25 or newer^), PODIUM_JVM_FLAGS.
    exit /b 0
)
if not defined PODIUM_HOME set "PODIUM_HOME=%LOCALAPPDATA%\Podium"
for %%L in ("%~dp0plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%L"
if "%~1"=="--approval-key" goto command
if "%~1"=="--approve" goto file
if "%~1"=="--audit" goto file
rem What has no window and is not in front would be refused where nobody sees it.
:look
if "%~1"=="--approval-key" goto misplaced
if "%~1"=="--approve" goto misplaced
if "%~1"=="--audit" goto misplaced
shift /1
if not "%~1"=="" goto look
set "JAVA=javaw"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\javaw"
start "Podium" "%JAVA%" -XX:+UseG1GC -XX:GCTimeRatio=1 -XX:InitiatingHeapOccupancyPercent=35 -XX:G1HeapRegionSize=1m -XX:ParallelGCThreads=2 -XX:ConcGCThreads=1 -Xms48m -XX:MinHeapFreeRatio=5 -XX:MaxHeapFreeRatio=15 -XX:+UseCompactObjectHeaders -Djdk.reflect.useNativeAccessorOnly=true --enable-native-access=ALL-UNNAMED -Djdk.httpclient.bufsize=65536 "-Djava.util.logging.config.file=%~dp0logging.properties" %PODIUM_JVM_FLAGS% -jar "%LAUNCHER%" -data "%PODIUM_HOME%" %*
exit /b 0

:misplaced
echo podium: %~1 comes first: see podium --help. PODIUM_HOME names another workspace. 1>&2
exit /b 2

:file
if "%~2"=="" (
    echo podium: %~1 needs a file. 1>&2
    exit /b 2
)
if not "%~3"=="" (
    echo podium: %~1 needs one file and nothing else: see podium --help. PODIUM_HOME names another workspace. 1>&2
    exit /b 2
)

rem Without a window: what it says stands in this one, and it is waited for.
:command
set "FILE="
if not "%~2"=="" set FILE="%~f2"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -XX:+UseSerialGC -Djdk.reflect.useNativeAccessorOnly=true --enable-native-access=ALL-UNNAMED "-Djava.util.logging.config.file=%~dp0logging.properties" %PODIUM_JVM_FLAGS% -jar "%LAUNCHER%" -data "%PODIUM_HOME%" -consoleLog -application podium.agent.application %~1 %FILE%
exit /b %ERRORLEVEL%
