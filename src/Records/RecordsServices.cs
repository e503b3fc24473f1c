using MediaGuard.Consent;
using MediaGuard.Ingest.Vault;
using MediaGuard.Publisher.Clearances;
using MediaGuard.Records.Audit;
using MediaGuard.Records.Items;
using MediaGuard.Records.Matching;
using MediaGuard.Records.Releases;
using MediaGuard.Records.Scenes;
using MediaGuard.Records.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MediaGuard.Records;

/// <summary>Registers the database and what it answers.</summary>
public static class RecordsServices
{
    public static IServiceCollection AddRecords(this IServiceCollection services)
    {
        services.AddConsent();
        services.AddOptions<RecordsOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IRecordsFactory, RecordsFactory>();
        services.TryAddSingleton<MigrationCopies>();
        services.TryAddSingleton<DatabaseStart>();
        services.TryAddSingleton<Backups.DatabaseCopy>();
        services.TryAddSingleton<Backups.IBackupBook, Backups.BackupBook>();
        services.TryAddSingleton<TemplateShelf>();
        services.TryAddSingleton<TemplateEnd>();
        services.TryAddSingleton<IMatchingBook, MatchingBook>();
        services.TryAddSingleton<IHeads, Heads>();
        services.TryAddSingleton<IItemLedger, ItemLedger>();
        services.TryAddSingleton<IReleaseLedger, ReleaseLedger>();
        services.TryAddSingleton<IReleaseBook, ReleaseBook>();
        services.TryAddSingleton<ISchoolBooks, SchoolBooks>();
        services.TryAddSingleton<Policies.IPolicyBook, Policies.PolicyBook>();
        services.TryAddSingleton<Ingest.Names.INameIndexSource, Register.NameIndexSource>();
        services.TryAddSingleton<Register.IRegisterBook, Register.RegisterBook>();
        services.TryAddSingleton<Register.IGroupBook, Register.GroupBook>();
        services.TryAddSingleton<Register.IGuardianBook, Register.GuardianBook>();
        services.TryAddSingleton<Parents.IParentBook, Parents.ParentBook>();
        services.TryAddSingleton<Parents.IRequestBook, Parents.RequestBook>();
        services.TryAddSingleton<Register.IImportBook, Register.ImportBook>();
        services.TryAddSingleton<Register.Redecider>();
        services.TryAddSingleton<Views.IRegisterViews, Views.RegisterViews>();
        services.TryAddSingleton<Views.IPhotoViews, Views.PhotoViews>();
        services.TryAddSingleton<Views.ILookViews, Views.LookViews>();
        services.TryAddSingleton<Views.ILeadViews, Views.LeadViews>();
        services.TryAddSingleton<Reports.ITermReports, Reports.TermReports>();
        services.TryAddSingleton<Evidence.IEvidenceBook, Evidence.EvidenceBook>();
        services.TryAddSingleton<IMailBook, MailBook>();
        services.TryAddSingleton<IAuditTrail, AuditTrail>();
        services.TryAddSingleton<Access.IAccessBook, Access.AccessBook>();
        services.TryAddSingleton<Devices.IDeviceBook, Devices.DeviceBook>();
        services.TryAddSingleton<Incidents.IIncidentBook, Incidents.IncidentBook>();
        services.TryAddSingleton<Seals.ISealBook, Seals.SealBook>();
        services.TryAddSingleton<Posts.IPostBook, Posts.PostBook>();
        services.TryAddSingleton<Views.ICustodyViews, Views.CustodyViews>();
        services.TryAddSingleton<Looking.ISideLog, Looking.SideLog>();
        services.TryAddSingleton<Subjects.ISubjectBook, Subjects.SubjectBook>();
        services.TryAddSingleton<Publications.IPublicationBook, Publications.PublicationBook>();
        services.TryAddSingleton<Publications.ICaptionBook, Publications.CaptionBook>();
        services.TryAddSingleton<Publications.ITokenBook, Publications.TokenBook>();
        services.TryAddScoped(provider => provider.GetRequiredService<IRecordsFactory>().Open(default));
        return services;
    }

    /// <summary>Identity's users and roles, and the data-protection keys, in the same database.</summary>
    public static IdentityBuilder AddRecordsStores(this IdentityBuilder identity) => identity.AddRoles<SchoolRole>().AddEntityFrameworkStores<RecordsContext>();

    /// <summary>Data protection's keys lie in the database, encrypted with the master key, which does not.</summary>
    public static IDataProtectionBuilder PersistKeysToRecords(this IDataProtectionBuilder protection)
    {
        ArgumentNullException.ThrowIfNull(protection);
        protection.Services.AddOptions<KeyManagementOptions>().Configure<IMasterKeyProvider>((options, master) => options.XmlEncryptor = new MasterKeyXmlEncryptor(master));
        return protection.PersistKeysToDbContext<RecordsContext>();
    }
}
