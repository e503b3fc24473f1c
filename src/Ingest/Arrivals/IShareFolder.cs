using Microsoft.Win32.SafeHandles;

namespace MediaGuard.Ingest.Arrivals;

/// <summary>One opened folder of a share. Names are single components; no link is ever followed; messages carry no path.</summary>
/// <remarks>
/// Errors: <see cref="FileNotFoundException"/> nothing there; <see cref="NotRegularException"/> something else than a file;
/// <see cref="UnauthorizedAccessException"/> rights or a read-only share; any other <see cref="IOException"/> may pass.
/// </remarks>
internal interface IShareFolder : IDisposable
{
    /// <summary>Every name in the folder, hidden ones too.</summary>
    IEnumerable<string> Names();

    FileFacts Look(string name);

    /// <summary>Opens a regular file for reading beside other readers and writers.</summary>
    SafeFileHandle OpenFile(string name);

    /// <summary>What lies behind an opened handle now.</summary>
    FileFacts Look(SafeFileHandle file);

    /// <summary>Whether the file can be opened; on Windows, also whether nobody else has it open.</summary>
    bool CanTake(string name);

    /// <summary>Renames a file to a name only this program uses. Fails, changing nothing, where it could not be put back safely.</summary>
    void MoveAside(string name, string aside);

    /// <summary>Renames back; false when <paramref name="name"/> is taken. Never replaces anything.</summary>
    bool TryPutBack(string aside, string name);

    void Unlink(string name);

    /// <summary>Makes a file nobody else can read and opens it for writing. Never opens or replaces one that is there.</summary>
    SafeFileHandle CreateFile(string name);

    /// <summary>Makes a folder; nothing when it is there.</summary>
    void MakeFolder(string name);

    /// <summary>Flushes the folder's entries to stable storage, where the system can.</summary>
    void Flush();
}
