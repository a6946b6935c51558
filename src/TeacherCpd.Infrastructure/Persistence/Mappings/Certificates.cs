using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Groups;
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
