using System.Security.Cryptography;
using System.Text;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Originality;

namespace TeacherCpd.Application.Originality;

/// <summary>Registers a template, handout or law that listeners are given: from now on checks do not count what stands in it.</summary>
/// <param name="HandoutId">Id that the form carries: sending it twice registers one handout.</param>
/// <param name="Title">Name as people know it.</param>
/// <param name="ProgrammeId">Programme whose listeners are given it; null when all are.</param>
/// <param name="Text">What <see cref="ReadHandoutQuery"/> gave.</param>
[RequirePermission(Permission.ManageOriginality)]
public sealed record RegisterHandoutCommand(Guid HandoutId, string Title, Guid? ProgrammeId, string Text) : ICommand<Guid>;

/// <summary>A handout in use has the same text.</summary>
/// <param name="Title">Its name.</param>
public sealed record HandoutIsKnown(string Title) : Error("handout_is_known", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [Title];

    public override string Field => UploadReader.FileField;
}

/// <summary>So few words excuse nothing: the comparison needs sentences.</summary>
public sealed record HandoutTooShort() : Error("handout_too_short", ErrorKind.Invalid)
{
    public override string Field => UploadReader.FileField;
}

internal sealed class RegisterHandoutValidator : AbstractValidator<RegisterHandoutCommand>
{
    public const int TitleLength = 200;

    public RegisterHandoutValidator()
    {
        RuleFor(c => c.HandoutId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Title).NotEmpty().WithErrorCode("required").MaximumLength(TitleLength).WithErrorCode("too_long");
    }
}

internal sealed class RegisterHandoutHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<RegisterHandoutCommand, Result<Guid>>
{
    // below it nothing of the handout could be found in a text
    private const int FewestWords = 10;

    public async Task<Result<Guid>> Handle(RegisterHandoutCommand request, CancellationToken cancellationToken)
    {
        if (!user.CanEverywhere(Permission.ManageOriginality))
        {
            return new Forbidden();
        }

        if (await db.Handouts.AnyAsync(h => h.Id == request.HandoutId, cancellationToken))
        {
            return request.HandoutId;
        }

        if (request.ProgrammeId is { } programme && !await db.Programmes.AnyAsync(p => p.Id == programme, cancellationToken))
        {
            return new NotFound();
        }

        if (PreparedText.From(request.Text).Words < FewestWords)
        {
            return new HandoutTooShort();
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request.Text)));
        var known = await db.Handouts
            .Where(h => h.Sha256 == hash && h.RetiredAt == null && h.ProgrammeId == request.ProgrammeId)
            .Select(h => h.Title)
            .FirstOrDefaultAsync(cancellationToken);
        if (known is not null)
        {
            return new HandoutIsKnown(known);
        }

        db.Handouts.Add(new Handout
        {
            Id = request.HandoutId,
            Title = request.Title.Trim(),
            ProgrammeId = request.ProgrammeId,
            Sha256 = hash,
            RegisteredAt = time.UtcNow(),
            RegisteredBy = user.Me,
        });
        db.HandoutTexts.Add(new HandoutText { HandoutId = request.HandoutId, Text = request.Text });
        return request.HandoutId;
    }
}
