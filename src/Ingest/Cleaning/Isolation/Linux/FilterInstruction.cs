using System.Runtime.InteropServices;

namespace MediaGuard.Ingest.Cleaning.Isolation.Linux;

/// <summary>One instruction of the kernel's packet filter machine (<c>struct sock_filter</c>).</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct FilterInstruction(ushort Code, byte WhenTrue, byte WhenFalse, uint Value);
