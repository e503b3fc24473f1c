using System.Runtime.InteropServices;

namespace MediaGuard.Ingest.Cleaning.Isolation.Linux;

/// <summary>
/// The filter over a decoding child's system calls: no file opened, made, moved or removed, no socket, no program, no process, no signal to another process, no reading of
/// another process, no limit raised. Refused calls fail with EPERM; a call of another architecture ends the process.
/// </summary>
/// <remarks>
/// A list of what is refused, since the runtime's own needs (memory, threads, futexes, clocks) differ between versions. Opening is left where HEIC must go to its decoder through a
/// file. Numbers are those of asm/unistd_64.h and asm-generic/unistd.h; -1 where a family lacks the call.
/// </remarks>
internal static class SystemCallFilter
{
    private const ushort Load = 0x20;
    private const ushort IfEqual = 0x15;
    private const ushort IfAtLeast = 0x35;
    private const ushort IfAnyBit = 0x45;
    private const ushort Return = 0x06;
    private const uint Allow = 0x7FFF_0000;
    private const uint Kill = 0x8000_0000;
    private const uint Refuse = 0x0005_0000 | 1; // EPERM
    private const uint Unknown = 0x0005_0000 | 38; // ENOSYS: the C library falls back to clone
    private const uint Thread = 0x0001_0000; // CLONE_THREAD
    private const uint NumberAt = 0;
    private const uint ArchitectureAt = 4;
    private const uint ArgumentsAt = 16;

    private static readonly (short X64, short Arm64)[] Refused =
    [
        // sockets: socket, socketpair, bind, listen, accept, accept4, connect, sendto, sendmsg, sendmmsg
        (41, 198), (53, 199), (49, 200), (50, 201), (43, 202), (288, 242), (42, 203), (44, 206), (46, 211), (307, 269),

        // programs and processes: execve, execveat, fork, vfork, unshare, setns, personality
        (59, 221), (322, 281), (57, -1), (58, -1), (272, 97), (308, 268), (135, 92),

        // others: kill, tkill, rt_sigqueueinfo, rt_tgsigqueueinfo, pidfd_send_signal, pidfd_open, pidfd_getfd, ptrace, process_vm_readv, process_vm_writev, process_madvise
        (62, 129), (200, 130), (129, 138), (297, 240), (424, 424), (434, 434), (438, 438), (101, 117), (310, 270), (311, 271), (440, 440),

        // opening in unusual ways: openat2, creat, open_by_handle_at, name_to_handle_at, memfd_create, inotify_init1, fanotify_init
        (437, 437), (85, -1), (304, 265), (303, 264), (319, 279), (294, 26), (300, 262),

        // making, moving, removing: mkdir, mkdirat, mknod, mknodat, rmdir, rename, renameat, renameat2, link, linkat, symlink, symlinkat, truncate
        (83, -1), (258, 34), (133, -1), (259, 33), (84, -1), (82, -1), (264, 38), (316, 276), (86, -1), (265, 37), (88, -1), (266, 36), (76, 45),

        // rights: chmod, fchmod, fchmodat, fchmodat2, chown, lchown, fchown, fchownat, utimensat, setxattr, lsetxattr, fsetxattr
        (90, -1), (91, 52), (268, 53), (452, 452), (92, -1), (94, -1), (93, 55), (260, 54), (280, 88), (188, 5), (189, 6), (190, 7),

        // identities: setuid, setgid, setreuid, setregid, setresuid, setresgid, setgroups, capset, setrlimit
        (105, 146), (106, 144), (113, 145), (114, 143), (117, 147), (119, 149), (116, 159), (126, 91), (160, 164),

        // places: chdir, fchdir, chroot, pivot_root, mount, umount2, open_tree, move_mount, fsopen, fsconfig, fsmount, fspick, mount_setattr
        (80, 49), (81, 50), (161, 51), (155, 41), (165, 40), (166, 39), (428, 428), (429, 429), (430, 430), (431, 431), (432, 432), (433, 433), (442, 442),

        // the kernel: bpf, perf_event_open, userfaultfd, io_uring_setup, io_uring_enter, io_uring_register, keyctl, add_key, request_key, kexec_load, kexec_file_load,
        // init_module, finit_module, delete_module, reboot, swapon, swapoff, syslog, acct, quotactl
        (321, 280), (298, 241), (323, 282), (425, 425), (426, 426), (427, 427), (250, 219), (248, 217), (249, 218), (246, 104), (320, 294),
        (175, 105), (313, 273), (176, 106), (169, 142), (167, 224), (168, 225), (103, 116), (163, 89), (179, 60),

        // shared between processes: shmget, shmat, msgget, semget, mq_open
        (29, 194), (30, 196), (68, 186), (64, 190), (240, 180),
    ];

    /// <summary>Opening files, also to read, and removing them: open, openat, unlink, unlinkat, ftruncate, fallocate.</summary>
    private static readonly (short X64, short Arm64)[] Files = [(2, -1), (257, 56), (87, -1), (263, 35), (77, 46), (285, 47)];

    /// <summary>The filter for this process; null on a processor it was not written for.</summary>
    /// <param name="mayOpen">Leaves opening of files allowed.</param>
    public static FilterInstruction[]? ForThisProcess(bool mayOpen) => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => Build(mayOpen ? Refused : [.. Refused, .. Files], 0xC000_003E, call => call.X64, clone: 56, clone3: 435, prlimit: 302, tgkill: 234),
        Architecture.Arm64 => Build(mayOpen ? Refused : [.. Refused, .. Files], 0xC000_00B7, call => call.Arm64, clone: 220, clone3: 435, prlimit: 261, tgkill: 131),
        _ => null,
    };

    private static FilterInstruction[] Build((short X64, short Arm64)[] refused, uint architecture, Func<(short X64, short Arm64), short> number, uint clone, uint clone3, uint prlimit, uint tgkill)
    {
        var program = new List<FilterInstruction>
        {
            new(Load, 0, 0, ArchitectureAt),
            new(IfEqual, 1, 0, architecture),
            new(Return, 0, 0, Kill),
            new(Load, 0, 0, NumberAt),
            new(IfAtLeast, 0, 1, 0x4000_0000), // x64's second numbering (x32)
            new(Return, 0, 0, Kill),
        };
        foreach (var call in refused.Select(number).Where(call => call >= 0))
        {
            program.AddRange([new(IfEqual, 0, 1, (uint)call), new(Return, 0, 0, Refuse)]);
        }

        program.AddRange([new(IfEqual, 0, 1, clone3), new(Return, 0, 0, Unknown)]);

        // clone: threads only
        program.AddRange([new(IfEqual, 0, 4, clone), new(Load, 0, 0, ArgumentsAt), new(IfAnyBit, 0, 1, Thread), new(Return, 0, 0, Allow), new(Return, 0, 0, Refuse)]);

        // prlimit: asking only, so its third argument, 64 bits, must be zero
        program.AddRange(
        [
            new(IfEqual, 0, 6, prlimit),
            new(Load, 0, 0, ArgumentsAt + 16), new(IfEqual, 0, 3, 0),
            new(Load, 0, 0, ArgumentsAt + 20), new(IfEqual, 0, 1, 0),
            new(Return, 0, 0, Allow), new(Return, 0, 0, Refuse),
        ]);

        // tgkill: the runtime stops its own threads with it
        program.AddRange([new(IfEqual, 0, 4, tgkill), new(Load, 0, 0, ArgumentsAt), new(IfEqual, 0, 1, (uint)Environment.ProcessId), new(Return, 0, 0, Allow), new(Return, 0, 0, Refuse)]);
        program.Add(new(Return, 0, 0, Allow));
        return [.. program];
    }
}
