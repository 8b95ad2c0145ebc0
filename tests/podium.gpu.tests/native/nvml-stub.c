/* SPDX-License-Identifier: Apache-2.0
 *
 * A stand-in for libnvidia-ml.so that answers from a file, written for Podium's tests from the signatures in nvml.h.
 *
 * stub_load(path) reads lines "key value"; a device's keys begin with its index: "0.power 512345". "0.power! 15" makes
 * that call return the code 15, "0.power~ 20" makes it take 20 ms first. What is not in the file is NOT_SUPPORTED.
 * Keys of the second MIG device of the first GPU begin with "0m1.". Without stub_load the file that the environment
 * variable NVML_STUB names is read by nvmlInit_v2, and again while somebody waits for events, when it was written anew.
 * Compile with -DOLD_DRIVER to leave out the functions that old drivers lack.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

#include "nvml-types.h"

#define LINES 2048
#define GPUS 64
#define SLICES 8
#define SUCCESS 0
#define INVALID_ARGUMENT 2
#define NOT_SUPPORTED 3
#define NOT_FOUND 6
#define INSUFFICIENT_SIZE 7
#define TIMEOUT 10
#define VERSION_MISMATCH 25

static char keys[LINES][64];
static char values[LINES][256];
static int lines;
static int initialised;
static int toldByCall;
static struct timespec written;
static char handles[GPUS + GPUS * SLICES];
static char instances[GPUS * 16];
static u64 xidMask[GPUS];

static int load(const char *path) {
    FILE *file = fopen(path, "r");
    lines = 0;
    if (!file) {
        return -1;
    }
    while (lines < LINES && fscanf(file, "%63s %255[^\n]", keys[lines], values[lines]) == 2) {
        lines++;
    }
    fclose(file);
    return lines;
}

/* Reads the file of the environment again when it was written. */
static void follow(void) {
    const char *path = getenv("NVML_STUB");
    struct stat now;
    if (!toldByCall && path && stat(path, &now) == 0
            && (now.st_mtim.tv_sec != written.tv_sec || now.st_mtim.tv_nsec != written.tv_nsec)) {
        written = now.st_mtim;
        load(path);
    }
}

int stub_load(const char *path) {
    toldByCall = 1;
    return load(path);
}

/* Where this compiler puts a member of a structure; an empty name is the structure itself. 0 when there is none. */
int stub_place(const char *type, const char *member, u64 *offset, u64 *size) {
    for (size_t i = 0; i < PLACES; i++) {
        if (strcmp(places[i].type, type) == 0 && strcmp(places[i].member, member) == 0) {
            *offset = places[i].offset;
            *size = places[i].size;
            return 1;
        }
    }
    return 0;
}

/* How many members of structures there are to be asked for. */
int stub_places(void) { return (int) PLACES; }

static const char *find(const char *key) {
    for (int i = lines - 1; i >= 0; i--) {
        if (strcmp(keys[i], key) == 0) {
            return values[i];
        }
    }
    return NULL;
}

static void pause_ms(long ms) {
    struct timespec time = {ms / 1000, ms % 1000 * 1000000};
    nanosleep(&time, NULL);
}

/* The value of a device's key, or NULL and why. */
static const char *ask(void *device, const char *name, int *code) {
    char key[64];
    const char *value;
    char of[16];
    int index = (int) ((char *) device - handles);
    if (index < 0 || index >= (int) sizeof handles) {
        *code = INVALID_ARGUMENT;
        return NULL;
    }
    if (index < GPUS) {
        snprintf(of, sizeof of, "%d", index);
    } else {
        snprintf(of, sizeof of, "%dm%d", (index - GPUS) / SLICES, (index - GPUS) % SLICES);
    }
    snprintf(key, sizeof key, "%s.%s~", of, name);
    if ((value = find(key))) {
        pause_ms(atol(value));
    }
    snprintf(key, sizeof key, "%s.*!", of);
    if ((value = find(key))) {
        *code = atoi(value);
        return NULL;
    }
    snprintf(key, sizeof key, "%s.%s!", of, name);
    if ((value = find(key))) {
        *code = atoi(value);
        return NULL;
    }
    snprintf(key, sizeof key, "%s.%s", of, name);
    value = find(key);
    *code = value ? SUCCESS : NOT_SUPPORTED;
    return value;
}

static int number(void *device, const char *name, u32 *out) {
    int code;
    const char *value = ask(device, name, &code);
    if (value) {
        *out = (u32) strtoul(value, NULL, 0);
    }
    return code;
}

static int wide(void *device, const char *name, u64 *out) {
    int code;
    const char *value = ask(device, name, &code);
    if (value) {
        *out = strtoull(value, NULL, 0);
    }
    return code;
}

static int text(void *device, const char *name, char *out, u32 length) {
    int code;
    const char *value = ask(device, name, &code);
    if (value && strlen(value) >= length) {
        return INSUFFICIENT_SIZE;
    }
    if (value) {
        strcpy(out, value);
    }
    return code;
}

int nvmlInit_v2(void) {
    const char *code;
    follow();
    code = find("init!");
    initialised = code == NULL;
    return code ? atoi(code) : SUCCESS;
}

int nvmlShutdown(void) {
    initialised = 0;
    return SUCCESS;
}

int stub_initialised(void) { return initialised; }

int nvmlSystemGetDriverVersion(char *out, u32 length) {
    const char *value = find("driver");
    if (!value) return NOT_SUPPORTED;
    snprintf(out, length, "%s", value);
    return SUCCESS;
}

int nvmlSystemGetNVMLVersion(char *out, u32 length) {
    const char *value = find("nvml");
    if (!value) return NOT_SUPPORTED;
    snprintf(out, length, "%s", value);
    return SUCCESS;
}

int nvmlDeviceGetCount_v2(u32 *count) {
    const char *value = find("count");
    *count = value ? (u32) atoi(value) : 0;
    return SUCCESS;
}

int nvmlDeviceGetHandleByIndex_v2(u32 index, void **device) {
    char key[64];
    const char *value;
    snprintf(key, sizeof key, "%u.handle!", index);
    if ((value = find(key))) return atoi(value);
    *device = &handles[index];
    return SUCCESS;
}

int nvmlDeviceGetName(void *d, char *out, u32 n) { return text(d, "name", out, n); }
int nvmlDeviceGetUUID(void *d, char *out, u32 n) { return text(d, "uuid", out, n); }
int nvmlDeviceGetSerial(void *d, char *out, u32 n) { return text(d, "serial", out, n); }

static int pci_of(void *device, const char *name, nvmlPciInfo_t *out) {
    int code;
    const char *value = ask(device, name, &code);
    if (value) {
        memset(out, 0, sizeof *out);
        sscanf(value, "%x:%x:%x", &out->domain, &out->bus, &out->device);
        out->pciDeviceId = 0x233010de;
        snprintf(out->busId, sizeof out->busId, "%s", value);
        snprintf(out->busIdLegacy, sizeof out->busIdLegacy, "%s", value + 4);
    }
    return code;
}

int nvmlDeviceGetPciInfo_v3(void *d, nvmlPciInfo_t *out) { return pci_of(d, "pci", out); }

int nvmlDeviceGetMemoryInfo_v2(void *d, nvmlMemory_v2_t *out) {
    int code;
    const char *value;
    if (out->version != (sizeof(nvmlMemory_v2_t) | 2u << 24)) return VERSION_MISMATCH;
    if ((value = ask(d, "memory", &code))) {
        sscanf(value, "%llu %llu %llu %llu", &out->total, &out->reserved, &out->free, &out->used);
    }
    return code;
}

int nvmlDeviceGetUtilizationRates(void *d, nvmlUtilization_t *out) {
    int code;
    const char *value = ask(d, "utilization", &code);
    if (value) sscanf(value, "%u %u", &out->gpu, &out->memory);
    return code;
}

int nvmlDeviceGetClockInfo(void *d, int type, u32 *out) {
    char name[32];
    snprintf(name, sizeof name, "clock.%d", type);
    return number(d, name, out);
}

int nvmlDeviceGetMaxClockInfo(void *d, int type, u32 *out) {
    char name[32];
    snprintf(name, sizeof name, "maxclock.%d", type);
    return number(d, name, out);
}

int nvmlDeviceGetPowerUsage(void *d, u32 *out) { return number(d, "power", out); }
int nvmlDeviceGetEnforcedPowerLimit(void *d, u32 *out) { return number(d, "powerlimit", out); }
int nvmlDeviceGetTotalEnergyConsumption(void *d, u64 *out) { return wide(d, "energy", out); }
int nvmlDeviceGetTemperature(void *d, int sensor, u32 *out) {
    return sensor ? INVALID_ARGUMENT : number(d, "temperature", out);
}

int nvmlDeviceGetTemperatureThreshold(void *d, int threshold, u32 *out) {
    char name[32];
    snprintf(name, sizeof name, "threshold.%d", threshold);
    return number(d, name, out);
}

int nvmlDeviceGetCurrentClocksThrottleReasons(void *d, u64 *out) { return wide(d, "reasons", out); }

int nvmlDeviceGetTotalEccErrors(void *d, int type, int counter, u64 *out) {
    char name[32];
    snprintf(name, sizeof name, "ecc.%d.%d", type, counter);
    return wide(d, name, out);
}

int nvmlDeviceGetPcieThroughput(void *d, int counter, u32 *out) {
    char name[32];
    snprintf(name, sizeof name, "pcie.%d", counter);
    return number(d, name, out);
}

int nvmlDeviceGetCurrPcieLinkGeneration(void *d, u32 *out) { return number(d, "pciegen", out); }
int nvmlDeviceGetCurrPcieLinkWidth(void *d, u32 *out) { return number(d, "pciewidth", out); }
int nvmlDeviceGetPcieReplayCounter(void *d, u32 *out) { return number(d, "replays", out); }

int nvmlDeviceGetNvLinkState(void *d, u32 link, u32 *out) {
    char name[32];
    snprintf(name, sizeof name, "link.%u", link);
    return number(d, name, out);
}

int nvmlDeviceGetNvLinkVersion(void *d, u32 link, u32 *out) {
    char name[32];
    snprintf(name, sizeof name, "linkversion.%u", link);
    return number(d, name, out);
}

int nvmlDeviceGetNvLinkRemotePciInfo_v2(void *d, u32 link, nvmlPciInfo_t *out) {
    char name[32];
    snprintf(name, sizeof name, "linkremote.%u", link);
    return pci_of(d, name, out);
}

int nvmlDeviceGetNvLinkErrorCounter(void *d, u32 link, int counter, u64 *out) {
    char name[32];
    snprintf(name, sizeof name, "linkerrors.%u.%d", link, counter);
    return wide(d, name, out);
}

int nvmlDeviceGetMigMode(void *d, u32 *current, u32 *pending) {
    int code;
    const char *value = ask(d, "mig", &code);
    if (value) sscanf(value, "%u %u", current, pending);
    return code;
}

static int pair(void *d, const char *name, u32 *first, u32 *second) {
    int code;
    const char *value = ask(d, name, &code);
    if (value) sscanf(value, "%u %u", first, second);
    return code;
}

int nvmlSystemGetCudaDriverVersion_v2(int *out) {
    const char *value = find("cuda");
    if (!value) return NOT_SUPPORTED;
    *out = atoi(value);
    return SUCCESS;
}

int nvmlSystemGetProcessName(u32 pid, char *out, u32 length) {
    char key[32];
    const char *value;
    snprintf(key, sizeof key, "program.%u", pid);
    if (!(value = find(key))) return NOT_FOUND;
    snprintf(out, length, "%s", value);
    return SUCCESS;
}

int nvmlDeviceGetBoardPartNumber(void *d, char *out, u32 n) { return text(d, "part", out, n); }
int nvmlDeviceGetVbiosVersion(void *d, char *out, u32 n) { return text(d, "vbios", out, n); }
int nvmlDeviceGetMinorNumber(void *d, u32 *out) { return number(d, "minor", out); }
int nvmlDeviceGetArchitecture(void *d, u32 *out) { return number(d, "architecture", out); }
int nvmlDeviceGetCudaComputeCapability(void *d, u32 *major, u32 *minor) { return pair(d, "capability", major, minor); }
int nvmlDeviceGetPersistenceMode(void *d, u32 *out) { return number(d, "persistence", out); }
int nvmlDeviceGetComputeMode(void *d, u32 *out) { return number(d, "computemode", out); }
int nvmlDeviceGetPerformanceState(void *d, u32 *out) { return number(d, "pstate", out); }
int nvmlDeviceGetEccMode(void *d, u32 *now, u32 *pending) { return pair(d, "eccmode", now, pending); }
int nvmlDeviceGetPowerManagementLimit(void *d, u32 *out) { return number(d, "powerlimitset", out); }
int nvmlDeviceGetPowerManagementDefaultLimit(void *d, u32 *out) { return number(d, "powerlimitdefault", out); }
int nvmlDeviceGetPowerManagementLimitConstraints(void *d, u32 *low, u32 *high) {
    return pair(d, "powerlimitrange", low, high);
}
int nvmlDeviceGetMaxPcieLinkGeneration(void *d, u32 *out) { return number(d, "pciemaxgen", out); }
int nvmlDeviceGetMaxPcieLinkWidth(void *d, u32 *out) { return number(d, "pciemaxwidth", out); }

int nvmlDeviceGetNvLinkRemoteDeviceType(void *d, u32 link, u32 *out) {
    char name[32];
    snprintf(name, sizeof name, "linkend.%u", link);
    return number(d, name, out);
}

/* "0.ancestor.1 30" */
int nvmlDeviceGetTopologyCommonAncestor(void *d, void *other, u32 *out) {
    char name[32];
    snprintf(name, sizeof name, "ancestor.%d", (int) ((char *) other - handles));
    return number(d, name, out);
}

/* "0.peer.1.0 0": whether GPU 0 can read (0) in GPU 1 */
int nvmlDeviceGetP2PStatus(void *d, void *other, u32 peering, u32 *out) {
    char name[32];
    snprintf(name, sizeof name, "peer.%d.%u", (int) ((char *) other - handles), peering);
    return number(d, name, out);
}

/* "0.cpus 0xff 0x1": the words of the set, the lowest first */
static int set(void *d, const char *name, u32 words, unsigned long *out) {
    int code;
    const char *value = ask(d, name, &code);
    for (u32 i = 0; value && i < words; i++) {
        char *end;
        out[i] = strtoul(value, &end, 0);
        if (end == value) break;
        value = end;
    }
    return code;
}

int nvmlDeviceGetCpuAffinityWithinScope(void *d, u32 words, unsigned long *out, u32 scope) {
    return scope ? INVALID_ARGUMENT : set(d, "cpus", words, out);
}

int nvmlDeviceGetMemoryAffinity(void *d, u32 words, unsigned long *out, u32 scope) {
    return scope ? INVALID_ARGUMENT : set(d, "nodes", words, out);
}

/* "0.field.82 1 61": field, type of the value (nvmlValueType_t) and value; "0.field.138.3 3 77" is that of link 3 */
int nvmlDeviceGetFieldValues(void *d, int count, nvmlFieldValue_t *out) {
    int code;
    ask(d, "fields", &code);
    if (code != SUCCESS && code != NOT_SUPPORTED) return code;
    for (int i = 0; i < count; i++) {
        char name[40];
        const char *value;
        int type;
        char amount[32];
        snprintf(name, sizeof name, "field.%u.%d", out[i].fieldId, (int) out[i].scopeId);
        value = ask(d, name, &code);
        if (!value && code == NOT_SUPPORTED) {
            snprintf(name, sizeof name, "field.%u", out[i].fieldId);
            value = out[i].scopeId ? NULL : ask(d, name, &code);
        }
        out[i].nvmlReturn = code;
        if (!value || sscanf(value, "%d %31s", &type, amount) != 2) continue;
        out[i].valueType = type;
        switch (type) {
            case 0: out[i].value.dVal = atof(amount); break;
            case 1: out[i].value.uiVal = (u32) strtoul(amount, NULL, 0); break;
            case 2: out[i].value.ulVal = strtoul(amount, NULL, 0); break;
            case 4: out[i].value.sllVal = strtoll(amount, NULL, 0); break;
            case 5: out[i].value.siVal = atoi(amount); break;
            case 6: out[i].value.usVal = (unsigned short) atoi(amount); break;
            default: out[i].value.ullVal = strtoull(amount, NULL, 0);
        }
    }
    return SUCCESS;
}

/* "0.fabric STATE STATUS CLIQUE MASK SUMMARY UUID" with 32 hexadecimal digits */
static int fabric(void *d, unsigned char *uuid, int *status, u32 *clique, unsigned char *state, u32 *mask,
                  unsigned char *summary) {
    int code;
    u32 states, summaries;
    char digits[33];
    const char *value = ask(d, "fabric", &code);
    if (!value) return code;
    if (sscanf(value, "%u %d %u %u %u %32s", &states, status, clique, mask, &summaries, digits) != 6) {
        return INVALID_ARGUMENT;
    }
    *state = (unsigned char) states;
    *summary = (unsigned char) summaries;
    for (int i = 0; i < 16; i++) {
        u32 byte;
        sscanf(digits + 2 * i, "%2x", &byte);
        uuid[i] = (unsigned char) byte;
    }
    return SUCCESS;
}

int nvmlDeviceGetGpuFabricInfo(void *d, nvmlGpuFabricInfo_t *out) {
    u32 mask;
    unsigned char summary;
    return fabric(d, out->clusterUuid, &out->status, &out->cliqueId, &out->state, &mask, &summary);
}

int nvmlDeviceGetMaxMigDeviceCount(void *d, u32 *out) { return number(d, "migmax", out); }

int nvmlDeviceGetMigDeviceHandleByIndex(void *d, u32 index, void **out) {
    char key[32];
    int gpu = (int) ((char *) d - handles);
    snprintf(key, sizeof key, "%dm%u.uuid", gpu, index);
    if (!find(key)) return NOT_FOUND;
    *out = &handles[GPUS + gpu * SLICES + (int) index];
    return SUCCESS;
}

int nvmlDeviceGetGpuInstanceId(void *d, u32 *out) { return number(d, "gi", out); }
int nvmlDeviceGetComputeInstanceId(void *d, u32 *out) { return number(d, "ci", out); }

/* "0m0.attributes MULTIPROCESSORS GPU_SLICES COMPUTE_SLICES MIB" */
int nvmlDeviceGetAttributes_v2(void *d, nvmlDeviceAttributes_t *out) {
    int code;
    const char *value = ask(d, "attributes", &code);
    if (value) {
        sscanf(value, "%u %u %u %llu", &out->multiprocessorCount, &out->gpuInstanceSliceCount,
            &out->computeInstanceSliceCount, &out->memorySizeMB);
    }
    return code;
}

/* "0.instance.7 PROFILE START SIZE"; "0.instance.7! 4" for one that may not be looked into */
int nvmlDeviceGetGpuInstanceById(void *d, u32 id, void **out) {
    char name[32];
    int code;
    snprintf(name, sizeof name, "instance.%u", id);
    if (ask(d, name, &code)) *out = &instances[((char *) d - handles) * 16 + id];
    return code;
}

int nvmlGpuInstanceGetInfo(void *instance, nvmlGpuInstanceInfo_t *out) {
    int code, at = (int) ((char *) instance - instances);
    char name[32];
    const char *value;
    snprintf(name, sizeof name, "instance.%d", at % 16);
    out->device = &handles[at / 16];
    out->id = (u32) at % 16;
    if ((value = ask(out->device, name, &code))) {
        sscanf(value, "%u %u %u", &out->profileId, &out->placement.start, &out->placement.size);
    }
    return code;
}

int nvmlDeviceGetRowRemapperHistogram(void *d, nvmlRowRemapperHistogramValues_t *out) {
    int code;
    const char *value = ask(d, "spares", &code);
    if (value) sscanf(value, "%u %u %u %u %u", &out->max, &out->high, &out->partial, &out->low, &out->none);
    return code;
}

/* "0.processes 2" says how many; "0.process.1 4711 1024 4294967295 4294967295" is the second of them. */
static int processes(void *d, const char *count, const char *one, u32 *room, nvmlProcessInfo_v2_t *out) {
    u32 number_of = 0;
    int code = number(d, count, &number_of);
    u32 had = *room;
    if (code != SUCCESS) return code;
    *room = number_of;
    if (had < number_of) return INSUFFICIENT_SIZE;
    for (u32 i = 0; i < number_of; i++) {
        char name[32];
        const char *value;
        snprintf(name, sizeof name, "%s.%u", one, i);
        if (!(value = ask(d, name, &code))) return code;
        sscanf(value, "%u %llu %u %u", &out[i].pid, &out[i].usedGpuMemory, &out[i].gpuInstanceId,
            &out[i].computeInstanceId);
    }
    return SUCCESS;
}

#ifdef OLD_DRIVER
static int oldProcesses(void *d, const char *count, const char *one, u32 *room, nvmlProcessInfo_v1_t *out) {
    nvmlProcessInfo_v2_t list[64];
    u32 had = *room;
    int code = processes(d, count, one, room, list);
    for (u32 i = 0; code == SUCCESS && i < *room && i < had; i++) {
        out[i].pid = list[i].pid;
        out[i].usedGpuMemory = list[i].usedGpuMemory;
    }
    return code;
}

int nvmlDeviceGetComputeRunningProcesses(void *d, u32 *count, nvmlProcessInfo_v1_t *out) {
    return oldProcesses(d, "processes", "process", count, out);
}

int nvmlDeviceGetGraphicsRunningProcesses(void *d, u32 *count, nvmlProcessInfo_v1_t *out) {
    return oldProcesses(d, "graphics", "graphic", count, out);
}
#else
int nvmlDeviceGetComputeRunningProcesses_v3(void *d, u32 *count, nvmlProcessInfo_v2_t *out) {
    return processes(d, "processes", "process", count, out);
}

int nvmlDeviceGetGraphicsRunningProcesses_v3(void *d, u32 *count, nvmlProcessInfo_v2_t *out) {
    return processes(d, "graphics", "graphic", count, out);
}

/* "fabricversion 2": the newest structure this driver knows */
int nvmlDeviceGetGpuFabricInfoV(void *d, nvmlGpuFabricInfo_v3_t *out) {
    const char *newest = find("fabricversion");
    u32 mask;
    unsigned char summary;
    int code;
    if (out->version == (sizeof(nvmlGpuFabricInfo_v3_t) | 3u << 24) && (!newest || atoi(newest) >= 3)) {
        return fabric(d, out->clusterUuid, &out->status, &out->cliqueId, &out->state, &out->healthMask,
            &out->healthSummary);
    }
    if (out->version != (sizeof(nvmlGpuFabricInfo_v2_t) | 2u << 24)) return VERSION_MISMATCH;
    code = fabric(d, out->clusterUuid, &out->status, &out->cliqueId, &out->state, &mask, &summary);
    if (code == SUCCESS) out->healthMask = mask;
    return code;
}

int nvmlDeviceGetCurrentClocksEventReasons(void *d, u64 *out) { return wide(d, "reasons", out); }
int nvmlDeviceGetNumaNodeId(void *d, u32 *out) { return number(d, "numa", out); }

int nvmlDeviceGetRemappedRows(void *d, u32 *corrected, u32 *uncorrected, u32 *pending, u32 *failed) {
    int code;
    const char *value = ask(d, "rows", &code);
    if (value) sscanf(value, "%u %u %u %u", corrected, uncorrected, pending, failed);
    return code;
}
#endif

int nvmlEventSetCreate(void **set) {
    *set = xidMask;
    return SUCCESS;
}

int nvmlDeviceRegisterEvents(void *device, u64 types, void *set) {
    int code;
    ask(device, "events", &code);
    if (code == SUCCESS) ((u64 *) set)[(char *) device - handles] = types;
    return code;
}

/* Gives each "xid DEVICE CODE [GPU_INSTANCE]" of the file once, the last first. */
int nvmlEventSetWait_v2(void *set, nvmlEventData_t *out, u32 timeout) {
    follow();
    for (int i = lines - 1; i >= 0; i--) {
        u32 device, instance = 0xFFFFFFFFu;
        u64 code;
        if (strcmp(keys[i], "xid") == 0 && sscanf(values[i], "%u %llu %u", &device, &code, &instance) >= 2
                && (((u64 *) set)[device] & 8)) {
            strcpy(keys[i], "given");
            memset(out, 0, sizeof *out);
            out->device = &handles[device];
            out->eventType = 8;
            out->eventData = code;
            out->gpuInstanceId = instance;
            out->computeInstanceId = 0xFFFFFFFFu;
            return SUCCESS;
        }
    }
    pause_ms(timeout);
    return TIMEOUT;
}

int nvmlEventSetFree(void *set) {
    memset(set, 0, sizeof xidMask);
    return SUCCESS;
}
