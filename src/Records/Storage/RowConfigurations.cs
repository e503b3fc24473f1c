using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediaGuard.Records.Storage;

/// <summary>Keys and indexes of the register. Every key begins with the school.</summary>
internal sealed class RegisterConfiguration :
    IEntityTypeConfiguration<SchoolRow>, IEntityTypeConfiguration<HeadRow>, IEntityTypeConfiguration<PolicyRow>, IEntityTypeConfiguration<PersonRow>,
    IEntityTypeConfiguration<GroupRow>, IEntityTypeConfiguration<MembershipRow>, IEntityTypeConfiguration<ConsentRow>, IEntityTypeConfiguration<DeviceRow>,
    IEntityTypeConfiguration<TeachesRow>, IEntityTypeConfiguration<SettingRow>, IEntityTypeConfiguration<SchoolUser>
{
    public void Configure(EntityTypeBuilder<SchoolRow> builder)
    {
        builder.ToTable("Schools").HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Name).HasMaxLength(200);
        builder.Property(r => r.TimeZone).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<HeadRow> builder)
    {
        builder.ToTable("Heads").HasKey(r => r.SchoolId);
        builder.Property(r => r.SchoolId).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<PolicyRow> builder) => builder.ToTable("Policies").HasKey(r => new { r.SchoolId, r.PolicyVersion });

    public void Configure(EntityTypeBuilder<PersonRow> builder)
    {
        builder.ToTable("People").HasKey(r => new { r.SchoolId, r.Id });
        builder.Property(r => r.FullName).HasMaxLength(200);
        builder.Property(r => r.PreferredName).HasMaxLength(200);
        builder.Property(r => r.NormalisedName).HasMaxLength(200);
        builder.Property(r => r.Nicknames).HasMaxLength(NicknameText.Longest);
        builder.HasIndex(r => new { r.SchoolId, r.NormalisedName });
        builder.HasIndex(r => new { r.SchoolId, r.ExternalKey }).IsUnique();
        builder.Property(r => r.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<GroupRow> builder)
    {
        builder.ToTable("Groups").HasKey(r => new { r.SchoolId, r.Id });
        builder.HasIndex(r => new { r.SchoolId, r.NormalisedFolder }).IsUnique();
        builder.Property(r => r.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<MembershipRow> builder)
    {
        builder.ToTable("Memberships").HasKey(r => new { r.SchoolId, r.Id });
        builder.HasIndex(r => new { r.SchoolId, r.GroupId });
        builder.HasIndex(r => new { r.SchoolId, r.PersonId });
    }

    public void Configure(EntityTypeBuilder<ConsentRow> builder)
    {
        builder.ToTable("Consents").HasKey(r => new { r.SchoolId, r.Id });
        builder.HasIndex(r => new { r.SchoolId, r.Sequence }).IsUnique();
        builder.HasIndex(r => new { r.SchoolId, r.PersonId, r.Purpose });
        builder.Property(r => r.Basis).HasDefaultValue(LawfulBasis.Consent).HasSentinel(LawfulBasis.Consent);
        builder.Property(r => r.Purpose).HasMaxLength(32);
    }

    public void Configure(EntityTypeBuilder<DeviceRow> builder)
    {
        builder.ToTable("Devices").HasKey(r => new { r.SchoolId, r.Id });
        builder.HasIndex(r => new { r.SchoolId, r.NormalisedModel });
        builder.Property(r => r.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<TeachesRow> builder) => builder.ToTable("Teaches").HasKey(r => new { r.SchoolId, r.UserId, r.GroupId });

    public void Configure(EntityTypeBuilder<SettingRow> builder) => builder.ToTable("Settings").HasKey(r => new { r.SchoolId, r.Name });

    public void Configure(EntityTypeBuilder<SchoolUser> builder)
    {
        builder.HasIndex(u => u.SchoolId);
        builder.Property(u => u.DisplayName).HasMaxLength(200);
    }
}
