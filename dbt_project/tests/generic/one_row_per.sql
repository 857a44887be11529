{#- The grain: the columns are filled in every row, and no two rows agree in all of them. -#}
{% test one_row_per(model, columns) %}

select {{ columns | join(', ') }}, count(*) as row_count
from {{ model }}
group by {{ columns | join(', ') }}
having count(*) > 1 or {{ columns | join(' is null or ') }} is null

{% endtest %}
