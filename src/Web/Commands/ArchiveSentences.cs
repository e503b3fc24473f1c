using MediaGuard.Journey.Backups;
using MediaGuard.Media;
using MediaGuard.Records.Backups;

namespace MediaGuard.Web.Commands;

/// <summary>What went wrong with a backup, as one line for the person at the command line.</summary>
internal static class ArchiveSentences
{
    /// <summary>Runs a command on backups; what stops it becomes its own line and exit code.</summary>
    public static async Task<int> TellingAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (ArchiveException e)
        {
            throw Of(e.Failure);
        }
        catch (BackupException e)
        {
            throw new CommandException(e.IsDamage ? ExitCodes.SomeFailed : ExitCodes.WrongUsage, e.Message);
        }
        catch (DatabaseCopyException e)
        {
            throw new CommandException(ExitCodes.SomeFailed, e.Message);
        }
    }

    private static CommandException Of(ArchiveFailure failure) => failure switch
    {
        ArchiveFailure.Full => new(ExitCodes.SomeFailed, "the disk is full: nothing of it counts as done, and earlier backups are whole"),
        ArchiveFailure.OutOfReach => new(ExitCodes.NotSetUp, "the folder can't be reached, read or written; look at its disk and its rights. Earlier backups are as they were"),
        ArchiveFailure.Missing => new(ExitCodes.WrongUsage, "no such backup lies in that folder; `mediaguard backup verify --from DIR` shows what does"),
        ArchiveFailure.Damaged => new(ExitCodes.SomeFailed, "the backup is damaged: what lies there is not what was written. Take another one; `mediaguard backup verify --from DIR` shows which are whole"),
        ArchiveFailure.OtherKind => new(ExitCodes.WrongUsage, "that folder holds backups of the other kind: database and store lie in one place, keyring and master key in another"),
        ArchiveFailure.UnknownVersion => new(ExitCodes.SomeFailed, "the backup was made by a later version of MediaGuard; restore it with that version"),
        ArchiveFailure.Busy => new(ExitCodes.SomeFailed, "another backup is being written into that folder; wait for it"),
    };
}
