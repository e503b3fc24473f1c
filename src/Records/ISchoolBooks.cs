using MediaGuard.Media;
using MediaGuard.Records.Policies;

namespace MediaGuard.Records;

/// <summary>Schools themselves, and facts about the installation.</summary>
public interface ISchoolBooks
{
    /// <summary>Makes a school with its head row and first policy.</summary>
    Task<SchoolId> MakeAsync(string name, string timeZone, string sharePath, PolicyDocument policy, CancellationToken cancellationToken);

    /// <summary>What was remembered under a name, or null.</summary>
    Task<string?> RecallSettingAsync(SchoolId school, string name, CancellationToken cancellationToken);

    /// <summary>Remembers a fact about the installation under a name, in place of what was remembered before.</summary>
    Task NoteSettingAsync(SchoolId school, string name, string value, CancellationToken cancellationToken);

    /// <summary>Forgets what was handed out to a job engine that lost its jobs, so that everything due is handed out at once.</summary>
    Task ForgetHandedOutAsync(SchoolId school, CancellationToken cancellationToken);

    /// <summary>The school's current policy document.</summary>
    Task<PolicyDocument> PolicyAsync(SchoolId school, CancellationToken cancellationToken);
}
