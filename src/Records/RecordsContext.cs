using MediaGuard.Media;
using MediaGuard.Records.Rows;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records;

/// <summary>The one context. Every row of a school is filtered by <see cref="School"/>; an unset school sees nothing.</summary>
/// <remarks>Users are found by e-mail before their school is known, so Identity's own tables carry the school but no filter.</remarks>
public abstract class RecordsContext(DbContextOptions options)
    : IdentityDbContext<SchoolUser, SchoolRole, Guid>(options), IDataProtectionKeyContext
{
    /// <summary>The school this context works for.</summary>
    public SchoolId School { get; set; }

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    internal DbSet<SchoolRow> Schools => Set<SchoolRow>();
    internal DbSet<HeadRow> Heads => Set<HeadRow>();
    internal DbSet<PolicyRow> Policies => Set<PolicyRow>();
    internal DbSet<PersonRow> People => Set<PersonRow>();
    internal DbSet<GroupRow> Groups => Set<GroupRow>();
    internal DbSet<MembershipRow> Memberships => Set<MembershipRow>();
    internal DbSet<ConsentRow> Consents => Set<ConsentRow>();
    internal DbSet<ProtectionRow> Protections => Set<ProtectionRow>();
    internal DbSet<ImportRunRow> ImportRuns => Set<ImportRunRow>();
    internal DbSet<ImportStepRow> ImportSteps => Set<ImportStepRow>();
    internal DbSet<ImportDraftRow> ImportDrafts => Set<ImportDraftRow>();
    internal DbSet<DeviceRow> Devices => Set<DeviceRow>();
    internal DbSet<MediaRow> Media => Set<MediaRow>();
    internal DbSet<SourceClaimRow> SourceClaims => Set<SourceClaimRow>();
    internal DbSet<FoundNameRow> FoundNames => Set<FoundNameRow>();
    internal DbSet<FoundRegionRow> FoundRegions => Set<FoundRegionRow>();
    internal DbSet<NameHintRow> NameHints => Set<NameHintRow>();
    internal DbSet<RenditionRow> Renditions => Set<RenditionRow>();
    internal DbSet<FaceRow> Faces => Set<FaceRow>();
    internal DbSet<AttestationRow> Attestations => Set<AttestationRow>();
    internal DbSet<VerdictRow> Verdicts => Set<VerdictRow>();
    internal DbSet<PeopleSetRow> PeopleSets => Set<PeopleSetRow>();
    internal DbSet<BatchRow> Batches => Set<BatchRow>();
    internal DbSet<BatchItemRow> BatchItems => Set<BatchItemRow>();
    internal DbSet<QueueRow> Queue => Set<QueueRow>();
    internal DbSet<ReleaseRow> Releases => Set<ReleaseRow>();
    internal DbSet<PostRow> Posts => Set<PostRow>();
    internal DbSet<ReceiptRow> Receipts => Set<ReceiptRow>();
    internal DbSet<TombstoneRow> Tombstones => Set<TombstoneRow>();
    internal DbSet<AuditRow> Audit => Set<AuditRow>();
    internal DbSet<TeachesRow> Teaches => Set<TeachesRow>();
    internal DbSet<SettingRow> Settings => Set<SettingRow>();
    internal DbSet<MatchingChoiceRow> MatchingChoices => Set<MatchingChoiceRow>();
    internal DbSet<GuardianRow> Guardians => Set<GuardianRow>();
    internal DbSet<ParentLinkRow> ParentLinks => Set<ParentLinkRow>();
    internal DbSet<ConsentRequestRow> ConsentRequests => Set<ConsentRequestRow>();
    internal DbSet<TemplateRow> Templates => Set<TemplateRow>();
    internal DbSet<ReferenceRow> References => Set<ReferenceRow>();
    internal DbSet<SessionRow> Sessions => Set<SessionRow>();
    internal DbSet<AgreementRow> Agreements => Set<AgreementRow>();
    internal DbSet<SignatureRow> Signatures => Set<SignatureRow>();
    internal DbSet<OldPasswordRow> OldPasswords => Set<OldPasswordRow>();
    internal DbSet<IncidentRow> Incidents => Set<IncidentRow>();
    internal DbSet<IncidentEntryRow> IncidentEntries => Set<IncidentEntryRow>();
    internal DbSet<IncidentPersonRow> IncidentPeople => Set<IncidentPersonRow>();
    internal DbSet<SealRow> Seals => Set<SealRow>();
    internal DbSet<LoanRow> Loans => Set<LoanRow>();
    internal DbSet<ViewRow> Views => Set<ViewRow>();
    internal DbSet<HandOutRow> HandOuts => Set<HandOutRow>();
    internal DbSet<UsedAtRow> UsedAt => Set<UsedAtRow>();
    internal DbSet<CaptionRow> Captions => Set<CaptionRow>();
    internal DbSet<WebsiteTokenRow> WebsiteTokens => Set<WebsiteTokenRow>();

    /// <summary>Identity's newest form of the model.</summary>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<SchoolId>().HaveConversion<Storage.SchoolIdConverter>();
        configurationBuilder.Properties<MediaId>().HaveConversion<Storage.MediaIdConverter>();
        configurationBuilder.Properties<RenditionId>().HaveConversion<Storage.RenditionIdConverter>();
        configurationBuilder.Properties<PersonId>().HaveConversion<Storage.PersonIdConverter>();
        configurationBuilder.Properties<GroupId>().HaveConversion<Storage.GroupIdConverter>();
        configurationBuilder.Properties<DeviceId>().HaveConversion<Storage.DeviceIdConverter>();
        configurationBuilder.Properties<UserId>().HaveConversion<Storage.UserIdConverter>();
        configurationBuilder.Properties<FaceId>().HaveConversion<Storage.FaceIdConverter>();
        configurationBuilder.Properties<ReleaseId>().HaveConversion<Storage.ReleaseIdConverter>();
        configurationBuilder.Properties<PerceptualHash>().HaveConversion<Storage.PerceptualHashConverter>();
        configurationBuilder.Properties<Instant>().HaveConversion<Storage.InstantConverter>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        base.OnModelCreating(builder);
        Passkeys(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(RecordsContext).Assembly);
        foreach (var type in builder.Model.GetEntityTypes().Where(t => t.ClrType.Namespace == typeof(SchoolRow).Namespace).ToList())
        {
            Storage.Conventions.EnumsByName(type);
        }

        FilterBySchool(builder);
    }

    /// <remarks>Identity adds this table to its model only where its store options reach the context, which no design-time tool and no factory of ours gives it.</remarks>
    private static void Passkeys(ModelBuilder builder) => builder.Entity<IdentityUserPasskey<Guid>>(passkey =>
    {
        passkey.ToTable("AspNetUserPasskeys").HasKey(p => p.CredentialId);
        passkey.Property(p => p.CredentialId).HasMaxLength(1024);
        passkey.OwnsOne(p => p.Data).ToJson();
        passkey.HasOne<SchoolUser>().WithMany().HasForeignKey(p => p.UserId).IsRequired();
    });

    private void FilterBySchool(ModelBuilder builder)
    {
        builder.Entity<SchoolRow>().HasQueryFilter(r => r.Id == School);
        builder.Entity<HeadRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<PolicyRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<PersonRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<GroupRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<MembershipRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<ConsentRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<ProtectionRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<ImportRunRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<ImportStepRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<ImportDraftRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<DeviceRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<MediaRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<SourceClaimRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<FoundNameRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<FoundRegionRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<NameHintRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<RenditionRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<FaceRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<AttestationRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<VerdictRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<PeopleSetRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<BatchRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<BatchItemRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<QueueRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<ReleaseRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<PostRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<ReceiptRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<TombstoneRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<AuditRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<TeachesRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<SettingRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<MatchingChoiceRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<GuardianRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<ParentLinkRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<ConsentRequestRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<TemplateRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<ReferenceRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<SessionRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<AgreementRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<SignatureRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<OldPasswordRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<IncidentRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<IncidentEntryRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<IncidentPersonRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<SealRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<LoanRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<ViewRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<HandOutRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<UsedAtRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<CaptionRow>().HasQueryFilter(r => r.SchoolId == School);
        builder.Entity<WebsiteTokenRow>().HasQueryFilter(r => r.SchoolId == School);
    }
}
