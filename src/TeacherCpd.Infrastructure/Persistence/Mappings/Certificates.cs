using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Infrastructure.Persistence.Mappings;

internal sealed class CertificateMapping : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> builder)
    {
        builder.ToTable("Certificates");
        builder.Property(c => c.Serial).HasMaxLength(30);
        builder.HasIndex(c => c.Serial).IsUnique();
        builder.Property(c => c.VerificationCode).HasMaxLength(40);
        builder.HasIndex(c => c.VerificationCode).IsUnique();
        builder.HasIndex(c => new { c.Kind, c.SubjectId, c.Edition }).IsUnique();
        builder.HasIndex(c => c.StatusNumber).IsUnique();

        // the published list of states asks for the few that do not hold
        builder.HasIndex(c => new { c.Status, c.StatusNumber });
        builder.HasIndex(c => new { c.PersonId, c.Kind });
        builder.HasIndex(c => c.OrganisationId);
        builder.HasIndex(c => c.SealedAt);
        builder.Property(c => c.ProgrammeCode).HasMaxLength(40);
        builder.Property(c => c.Grounds).HasMaxLength(200);
        builder.Property(c => c.Appendix).HasMaxLength(-1);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId);
        builder.HasOne<Enrolment>().WithMany().HasForeignKey(c => c.EnrolmentId);
        builder.HasOne<Certificate>().WithMany().HasForeignKey(c => c.ReplacesId);
        builder.HasMany(c => c.Steps).WithOne().HasForeignKey(s => s.CertificateId);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId);
        builder.HasOne<ProgrammeVersion>().WithMany().HasForeignKey(c => c.ProgrammeVersionId);
    }
}

internal sealed class CertificateStepMapping : IEntityTypeConfiguration<CertificateStep>
{
    public void Configure(EntityTypeBuilder<CertificateStep> builder)
    {
        builder.ToTable("CertificateSteps");
        builder.HasIndex(s => new { s.CertificateId, s.Number }).IsUnique();
        builder.Property(s => s.Words).HasMaxLength(Certificate.WordsLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.ById);
    }
}

internal sealed class CertificateTemplateMapping : IEntityTypeConfiguration<CertificateTemplate>
{
    public void Configure(EntityTypeBuilder<CertificateTemplate> builder)
    {
        builder.ToTable("CertificateTemplates");
        builder.HasIndex(t => new { t.Kind, t.Number }).IsUnique();
        builder.Ignore(t => t.Text);
        builder.ComplexProperty(t => t.Kk);
        builder.ComplexProperty(t => t.Ru);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.PublishedById);
    }
}

internal sealed class IssuerKeyMapping : IEntityTypeConfiguration<IssuerKey>
{
    public void Configure(EntityTypeBuilder<IssuerKey> builder)
    {
        builder.ToTable("IssuerKeys");
        builder.Ignore(k => k.IsTrusted);
        builder.Property(k => k.Name).HasMaxLength(60);
        builder.HasIndex(k => k.Name).IsUnique();
        builder.Property(k => k.X).HasMaxLength(60);
        builder.Property(k => k.Y).HasMaxLength(60);
        builder.Property(k => k.Sealed).HasMaxLength(2000);
        builder.Property(k => k.Words).HasMaxLength(IssuerKey.WordsLength);
    }
}

internal sealed class IssuedFileMapping : IEntityTypeConfiguration<IssuedFile>
{
    public void Configure(EntityTypeBuilder<IssuedFile> builder)
    {
        builder.ToTable("IssuedFiles");
        builder.Property(f => f.Sha256).HasMaxLength(64);
        builder.HasIndex(f => f.Sha256).IsUnique();
        builder.HasOne<Certificate>().WithMany().HasForeignKey(f => f.CertificateId);
    }
}

internal sealed class CertificateEndorsementMapping : IEntityTypeConfiguration<CertificateEndorsement>
{
    public void Configure(EntityTypeBuilder<CertificateEndorsement> builder)
    {
        builder.ToTable("CertificateEndorsements");
        builder.HasIndex(e => e.SubjectId);
        builder.HasIndex(e => new { e.ContactId, e.Kind }).IsUnique();
        builder.Property(e => e.Words).HasMaxLength(CertificateEndorsement.WordsLength);
        builder.ComplexProperty(e => e.Figures, Learners.Map);
        builder.HasOne<Certificate>().WithMany().HasForeignKey(e => e.CertificateId);
        builder.HasOne<SupportContact>().WithMany().HasForeignKey(e => e.ContactId);
        builder.HasOne<Person>().WithMany().HasForeignKey(e => e.ObserverId);
    }
}

internal sealed class CertificateBatchMapping : IEntityTypeConfiguration<CertificateBatch>
{
    public void Configure(EntityTypeBuilder<CertificateBatch> builder)
    {
        builder.ToTable("CertificateBatches");
        builder.Ignore(b => b.IsOpen);
        builder.HasIndex(b => b.Status);
        builder.HasOne<StudyGroup>().WithMany().HasForeignKey(b => b.GroupId);
        builder.HasOne<Person>().WithMany().HasForeignKey(b => b.PersonId);
    }
}

internal sealed class CertificateBatchRowMapping : IEntityTypeConfiguration<CertificateBatchRow>
{
    public void Configure(EntityTypeBuilder<CertificateBatchRow> builder)
    {
        builder.ToTable("CertificateBatchRows");
        builder.HasIndex(r => new { r.BatchId, r.DoneAt });
        builder.HasIndex(r => new { r.BatchId, r.EnrolmentId }).IsUnique();
        builder.HasOne<CertificateBatch>().WithMany().HasForeignKey(r => r.BatchId);
        builder.HasOne<Enrolment>().WithMany().HasForeignKey(r => r.EnrolmentId);
        builder.HasOne<Certificate>().WithMany().HasForeignKey(r => r.CertificateId);
    }
}
